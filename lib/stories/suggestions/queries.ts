import { and, asc, countDistinct, desc, eq, gte, inArray, isNotNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { links } from "#db/schema/links.ts";
import { members } from "#db/schema/members.ts";
import { reviews } from "#db/schema/reviews.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { smallestGroup } from "#lib/boards/schemas.ts";
import { hitsOn } from "#lib/clicks/roll-ups/queries.ts";
import { clock } from "#lib/clock.ts";
import { listLatestReasons } from "#lib/reviews/queries.ts";
import { whereLive } from "../live/queries.ts";
import type { Suggestion } from "./schemas.ts";
import { type Decided, stepsOf } from "./steps-of.ts";

/** What the actor suggested, newest first, and what became of it. */
export async function listOwnSuggestions(actor: MemberActor): Promise<Suggestion[]> {
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      siteName: stories.siteName,
      state: stories.state,
      isLive: sql<boolean>`coalesce(${await whereLive(actor)}, false)`,
      suggestedAt: stories.createdAt,
      publishAt: stories.publishAt,
    })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.suggestedById, actor.memberId)))
    .orderBy(desc(stories.createdAt), desc(stories.id))
    .limit(50);
  const answered = rows.filter((row) => row.state === "rejected" || row.state === "changes_requested");
  const ids = rows.map(({ id }) => id);
  const [reasons, decided, reached] = await Promise.all([
    listLatestReasons(
      actor,
      answered.map((row) => row.id),
    ),
    listDecided(actor, ids),
    listReach(actor, ids),
  ]);
  const now = clock.now();
  return rows.map(({ publishAt, ...story }) => ({
    ...story,
    reason: reasons.get(story.id) ?? "",
    steps: stepsOf(decided.get(story.id) ?? [], story.state === "approved" ? publishAt : null, now),
    reached: reached.get(story.id) ?? null,
  }));
}

export async function listDecided(actor: MemberActor, storyIds: string[]): Promise<Map<string, Decided[]>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .select({
      storyId: reviews.storyId,
      decision: reviews.decision,
      words: reviews.reason,
      at: reviews.decidedAt,
      byName: members.name,
    })
    .from(reviews)
    .innerJoin(
      members,
      and(eq(members.organizationId, reviews.organizationId), eq(members.id, reviews.memberId)),
    )
    .where(and(eq(reviews.organizationId, actor.organizationId), inArray(reviews.storyId, storyIds)))
    .orderBy(asc(reviews.decidedAt), asc(reviews.id));
  return Map.groupBy(rows, ({ storyId }) => storyId);
}

/** Counted clicks of each story that five people or more have shared: fewer would be a colleague's own result. */
export async function listReach(actor: MemberActor, storyIds: string[]): Promise<Map<string, number>> {
  if (storyIds.length === 0) return new Map();
  const isOfThese = and(eq(shares.organizationId, actor.organizationId), inArray(shares.storyId, storyIds));
  const ofShare = and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id));
  const groups = await db
    .select({ storyId: shares.storyId })
    .from(shares)
    .where(and(isOfThese, isNotNull(shares.confirmedAt)))
    .groupBy(shares.storyId)
    .having(gte(countDistinct(shares.memberId), smallestGroup));
  const reached = new Map(groups.map(({ storyId }) => [storyId, 0]));
  if (reached.size === 0) return reached;
  const isShown = and(
    eq(shares.organizationId, actor.organizationId),
    inArray(shares.storyId, [...reached.keys()]),
  );
  const hits = hitsOn(
    actor,
    db.select({ id: links.id }).from(shares).innerJoin(links, ofShare).where(isShown),
  );
  const rows = await db
    .select({ storyId: shares.storyId, clicks: sql<number>`sum(${hits.counted})`.mapWith(Number) })
    .from(hits)
    .innerJoin(links, and(eq(links.organizationId, actor.organizationId), eq(links.id, hits.linkId)))
    .innerJoin(shares, ofShare)
    .groupBy(shares.storyId);
  for (const { storyId, clicks } of rows) reached.set(storyId, clicks);
  return reached;
}
