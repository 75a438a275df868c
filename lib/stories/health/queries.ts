import { and, asc, count, eq, gt, isNotNull, isNull, lt, notExists, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sources } from "#db/schema/sources.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addDays, dayIn } from "#lib/day.ts";
import { assertCan } from "#lib/errors.ts";
import { toMoment } from "#lib/local-time.ts";
import { sharesOf, standsAs } from "../library/matching/queries.ts";
import { canCurate } from "../policy.ts";
import { getOrganizationRules } from "../queries.ts";
import { daysAhead, type StoryHealth, type TopicSupply } from "./schemas.ts";

/** How the library does, counted by the same rules as the table of stories that each number leads to. */
export async function getStoryHealth(actor: Actor): Promise<StoryHealth> {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const { timeZone } = await getOrganizationRules(db, actor);
  const until = addDays(dayIn(timeZone, clock.now()), daysAhead);
  const end = toMoment(`${addDays(until, 1)}T00:00`, timeZone);
  const [byTopic, without, totals, feeds] = await Promise.all([
    countByTopic(actor, end),
    countWithoutTopic(actor, end),
    readTotals(actor),
    countSources(actor),
  ]);
  return { topics: [...byTopic, ...without], ...totals, sources: feeds, until };
}

const whole = (value: unknown): number => Number(value);
const wholeOrNull = (value: unknown): number | null => (value === null ? null : Math.floor(Number(value)));

const countWhere = (where: SQL | undefined) =>
  sql<number>`count(*) filter (where ${where ?? sql`true`})`.mapWith(whole);

const supply = (end: Date) => ({
  live: countWhere(standsAs("live")),
  coming: countWhere(and(standsAs("scheduled"), lt(stories.publishAt, end))),
  expiring: countWhere(and(standsAs("live"), lt(stories.expiresAt, end))),
});

function countByTopic({ organizationId }: Actor, end: Date): Promise<TopicSupply[]> {
  return db
    .select({ topicId: topics.id, name: topics.name, ...supply(end) })
    .from(topics)
    .leftJoin(
      storyTopics,
      and(eq(storyTopics.organizationId, topics.organizationId), eq(storyTopics.topicId, topics.id)),
    )
    .leftJoin(
      stories,
      and(eq(stories.organizationId, storyTopics.organizationId), eq(stories.id, storyTopics.storyId)),
    )
    .where(eq(topics.organizationId, organizationId))
    .groupBy(topics.organizationId, topics.id)
    .orderBy(asc(topics.name));
}

async function countWithoutTopic({ organizationId }: Actor, end: Date): Promise<TopicSupply[]> {
  const ofStory = and(eq(storyTopics.organizationId, organizationId), eq(storyTopics.storyId, stories.id));
  const [row] = await db
    .select(supply(end))
    .from(stories)
    .where(
      and(
        eq(stories.organizationId, organizationId),
        eq(stories.state, "approved"),
        notExists(db.select({ one: sql`1` }).from(storyTopics).where(ofStory)),
      ),
    );
  return row && row.live + row.coming > 0 ? [{ topicId: null, name: "Without a topic", ...row }] : [];
}

async function readTotals(actor: Actor) {
  const now = clock.now().toISOString();
  const isLive = standsAs("live");
  const isWaiting = and(isNotNull(stories.suggestedById), eq(stories.state, "in_review"));
  const age = sql`extract(epoch from (${now}::timestamptz - ${stories.publishAt})) / 86400`;
  const wait = sql`extract(epoch from (${now}::timestamptz - ${stories.createdAt})) / 86400`;
  const median = (days: SQL, where: SQL | undefined) =>
    sql<number | null>`percentile_cont(0.5) within group (order by ${days}) filter (where ${where})`.mapWith(
      wholeOrNull,
    );
  const most = (days: SQL, where: SQL | undefined) =>
    sql<number | null>`max(${days}) filter (where ${where})`.mapWith(wholeOrNull);
  const [totals] = await db
    .select({
      live: countWhere(isLive),
      medianAge: median(age, isLive),
      oldestAge: most(age, isLive),
      neverShared: countWhere(and(isLive, notExists(sharesOf(actor)))),
      suggestions: countWhere(isWaiting),
      medianWait: median(wait, isWaiting),
      oldestWait: most(wait, isWaiting),
    })
    .from(stories)
    .where(eq(stories.organizationId, actor.organizationId));
  const none = { medianAge: null, oldestAge: null, medianWait: null, oldestWait: null };
  return totals ?? { ...none, live: 0, neverShared: 0, suggestions: 0 };
}

async function countSources({ organizationId }: Actor): Promise<StoryHealth["sources"]> {
  const [row] = await db
    .select({
      followed: count(),
      failing: countWhere(and(isNull(sources.pausedAt), gt(sources.failures, 0))),
      paused: countWhere(isNotNull(sources.pausedAt)),
    })
    .from(sources)
    .where(and(eq(sources.organizationId, organizationId), isNull(sources.removedAt)));
  return row ?? { followed: 0, failing: 0, paused: 0 };
}
