import { and, count, countDistinct, desc, eq, gt, isNotNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { links } from "#db/schema/links.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { listClickDays, sumClicks, sumClicksByLink } from "#lib/clicks/queries.ts";
import { hitsOn } from "#lib/clicks/roll-ups/queries.ts";
import { addDays, type Day } from "#lib/day.ts";
import { firstRules } from "#lib/scores/rule-set.ts";
import type { BestStory, OwnFigures, OwnSharesPage, WeekOfClicks } from "./schemas.ts";

const pageSize = 10;
const weekCount = 12;

const ofStory = and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId));
const ofShare = and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id));
const isOwn = (actor: MemberActor) =>
  and(eq(shares.organizationId, actor.organizationId), eq(shares.memberId, actor.memberId));
const isConfirmed = isNotNull(shares.confirmedAt);
const ownLinks = (actor: MemberActor) =>
  db.select({ id: links.id }).from(shares).innerJoin(links, ofShare).where(isOwn(actor));

/** What the member shared, latest first. A composer that was opened and closed again is not a share. */
export async function listOwnShares(actor: MemberActor, page: number): Promise<OwnSharesPage> {
  const sharedAt = sql<Date>`coalesce(${shares.confirmedAt}, ${shares.handedOverAt})`;
  const found = await db
    .select({
      id: shares.id,
      storyTitle: stories.title,
      network: shares.network,
      state: shares.state,
      postUrl: shares.postUrl,
      sharedAt: sharedAt.mapWith(shares.confirmedAt),
      linkId: links.id,
      points: sql<number>`(select coalesce(sum(${scoreEntries.points}), 0) from ${scoreEntries}
        where ${scoreEntries.organizationId} = ${shares.organizationId} and ${scoreEntries.shareId} = ${shares.id}
          and ${scoreEntries.memberId} = ${shares.memberId} and ${scoreEntries.points} > 0)`.mapWith(Number),
    })
    .from(shares)
    .innerJoin(stories, ofStory)
    .innerJoin(links, ofShare)
    .where(and(isOwn(actor), or(isConfirmed, isNotNull(shares.handedOverAt))))
    .orderBy(desc(sharedAt), desc(shares.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
  const shown = found.slice(0, pageSize);
  const sums = await sumClicksByLink(
    actor,
    shown.map(({ linkId }) => linkId),
  );
  return {
    shares: shown.map(({ linkId, ...share }) => ({ ...share, clicks: sums.get(linkId)?.counted ?? 0 })),
    hasMore: found.length > pageSize,
  };
}

export async function getOwnFigures(actor: MemberActor): Promise<OwnFigures> {
  const inOwnWords = sql`${shares.similarity} < ${firstRules.ownWords.belowSimilarity}`;
  const [confirmed] = await db
    .select({ shares: count(), ownWords: sql<number>`count(*) filter (where ${inOwnWords})`.mapWith(Number) })
    .from(shares)
    .where(and(isOwn(actor), isConfirmed));
  const { counted } = await sumClicks(actor, ownLinks(actor));
  const made = confirmed?.shares ?? 0;
  const ownWordsRate = confirmed && made > 0 ? confirmed.ownWords / made : null;
  return { shares: made, clicks: counted, ownWordsRate };
}

/** Counted clicks on the member's links in each of the last twelve weeks up to `today`, oldest first. */
export async function listOwnClickWeeks(
  actor: MemberActor,
  today: Day,
  timeZone: string,
): Promise<WeekOfClicks[]> {
  const firstDay = addDays(today, 1 - 7 * weekCount);
  const days = await listClickDays(actor, ownLinks(actor), { from: firstDay, to: today, timeZone });
  return Array.from({ length: weekCount }, (_, week) => {
    const ofWeek = days.slice(7 * week, 7 * week + 7);
    return {
      endsOn: addDays(firstDay, 7 * week + 6),
      clicks: ofWeek.reduce((sum, { counted }) => sum + counted, 0),
    };
  });
}

/** The stories whose links brought the member most readers. */
export async function listBestStories(actor: MemberActor): Promise<BestStory[]> {
  const hits = hitsOn(actor, ownLinks(actor));
  const clicks = sql<number>`sum(${hits.counted})`.mapWith(Number);
  return db
    .select({ id: stories.id, title: stories.title, clicks, shares: countDistinct(shares.id) })
    .from(hits)
    .innerJoin(links, and(eq(links.organizationId, actor.organizationId), eq(links.id, hits.linkId)))
    .innerJoin(shares, and(eq(shares.organizationId, links.organizationId), eq(shares.id, links.shareId)))
    .innerJoin(stories, ofStory)
    .where(gt(hits.counted, 0))
    .groupBy(stories.organizationId, stories.id, stories.title)
    .orderBy(desc(clicks), stories.title)
    .limit(5);
}
