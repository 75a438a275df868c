import { and, count, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { smallestGroup } from "#lib/boards/schemas.ts";
import { hitsOn } from "#lib/clicks/roll-ups/queries.ts";

export type StoryFigures = { shares: number | null; clicks: number };

/** What came of these stories, as far as the desk may see it. A story that nobody has taken to a network is not in the map. */
export async function readFigures(actor: Actor, storyIds: string[]): Promise<Map<string, StoryFigures>> {
  if (storyIds.length === 0) return new Map();
  const ofThese = inArray(shares.storyId, storyIds);
  const [shared, clicked] = await Promise.all([sharesByStory(actor, ofThese), clicksByStory(actor, ofThese)]);
  const clicksOf = new Map(clicked.map(({ storyId, clicks }) => [storyId, clicks]));
  return new Map(
    shared.map(({ storyId, shares }) => [storyId, { shares, clicks: clicksOf.get(storyId) ?? 0 }]),
  );
}

/** Confirmed shares by story; null while they are those of too few people for a group. */
export function sharesByStory(actor: Actor, which?: SQL) {
  const people = sql`count(distinct case when ${shares.confirmedAt} is not null then ${shares.memberId} end)`;
  return db
    .select({
      storyId: shares.storyId,
      shares: sql<
        number | null
      >`case when ${people} >= ${sql.raw(String(smallestGroup))} then ${count(shares.confirmedAt)} end`
        .mapWith((value: unknown) => (value === null ? null : Number(value)))
        .as("shares"),
    })
    .from(shares)
    .where(and(leftHerald(actor), which))
    .groupBy(shares.storyId);
}

/** Counted clicks by story. A story that nobody clicked is left out. */
export function clicksByStory(actor: Actor, which?: SQL) {
  const ofShare = and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id));
  const linkIds = db
    .select({ id: links.id })
    .from(shares)
    .innerJoin(links, ofShare)
    .where(and(leftHerald(actor), which));
  const hits = hitsOn(actor, linkIds);
  return db
    .select({
      storyId: shares.storyId,
      clicks: sql<number>`sum(${hits.counted})`.mapWith(Number).as("clicks"),
    })
    .from(hits)
    .innerJoin(links, and(eq(links.organizationId, actor.organizationId), eq(links.id, hits.linkId)))
    .innerJoin(shares, ofShare)
    .groupBy(shares.storyId);
}

const leftHerald = ({ organizationId }: Actor) =>
  and(
    eq(shares.organizationId, organizationId),
    or(isNotNull(shares.handedOverAt), isNotNull(shares.confirmedAt)),
  );
