import { and, count, countDistinct, desc, eq, gte, isNotNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { clicks } from "#db/schema/clicks.ts";
import { links } from "#db/schema/links.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { addDays, type Day } from "#lib/day.ts";
import { currentRuleSet } from "#lib/scores/rule-set.ts";
import type { BestStory, OwnFigures, OwnSharesPage, WeekOfClicks } from "./schemas.ts";

const pageSize = 10;
const weekCount = 12;

const ofStory = and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId));
const ofShare = and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id));
const countedOnLink = and(
  eq(clicks.organizationId, links.organizationId),
  eq(clicks.linkId, links.id),
  clicks.counted,
);
const isOwn = (actor: MemberActor) =>
  and(eq(shares.organizationId, actor.organizationId), eq(shares.memberId, actor.memberId));
const isConfirmed = isNotNull(shares.confirmedAt);

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
      clicks: sql<number>`(select count(*) from ${clicks} where ${countedOnLink})`.mapWith(Number),
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
  return { shares: found.slice(0, pageSize), hasMore: found.length > pageSize };
}

export async function getOwnFigures(actor: MemberActor): Promise<OwnFigures> {
  const inOwnWords = sql`${shares.similarity} < ${currentRuleSet.ownWords.belowSimilarity}`;
  const [confirmed] = await db
    .select({ shares: count(), ownWords: sql<number>`count(*) filter (where ${inOwnWords})`.mapWith(Number) })
    .from(shares)
    .where(and(isOwn(actor), isConfirmed));
  const [counted] = await db
    .select({ clicks: count() })
    .from(shares)
    .innerJoin(links, ofShare)
    .innerJoin(clicks, countedOnLink)
    .where(isOwn(actor));
  const made = confirmed?.shares ?? 0;
  const ownWordsRate = confirmed && made > 0 ? confirmed.ownWords / made : null;
  return { shares: made, clicks: counted?.clicks ?? 0, ownWordsRate };
}

/** Counted clicks on the member's links in each of the last twelve weeks up to `today`, oldest first. */
export async function listOwnClickWeeks(
  actor: MemberActor,
  today: Day,
  timeZone: string,
): Promise<WeekOfClicks[]> {
  const weeksAgo = sql<number>`((${today}::date - (${clicks.clickedAt} at time zone ${timeZone})::date) / 7)`;
  const firstDay = addDays(today, 1 - 7 * weekCount);
  const rows = await db
    .select({ weeksAgo: weeksAgo.mapWith(Number), clicks: count() })
    .from(shares)
    .innerJoin(links, ofShare)
    .innerJoin(clicks, countedOnLink)
    .where(and(isOwn(actor), gte(clicks.clickedAt, sql`${firstDay}::timestamp at time zone ${timeZone}`)))
    .groupBy(sql`1`);
  const byWeek = new Map(rows.map((row) => [row.weeksAgo, row.clicks]));
  return Array.from({ length: weekCount }, (_, index) => {
    const ago = weekCount - 1 - index;
    return { endsOn: addDays(today, -7 * ago), clicks: byWeek.get(ago) ?? 0 };
  });
}

/** The stories whose links brought the member most readers. */
export async function listBestStories(actor: MemberActor): Promise<BestStory[]> {
  return db
    .select({
      id: stories.id,
      title: stories.title,
      clicks: count(),
      shares: countDistinct(shares.id),
    })
    .from(shares)
    .innerJoin(stories, ofStory)
    .innerJoin(links, ofShare)
    .innerJoin(clicks, countedOnLink)
    .where(isOwn(actor))
    .groupBy(stories.organizationId, stories.id, stories.title)
    .orderBy(desc(count()), stories.title)
    .limit(5);
}
