import { and, asc, between, eq, gt, gte, isNotNull, isNull, lt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { scoreDays, scoreEntries, scoreFacts } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { appear } from "#lib/boards/appearance.ts";
import { rankPoints } from "#lib/boards/rank.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day, dayIn, mondayOf } from "#lib/day.ts";
import { assertCan } from "#lib/errors.ts";
import { entriesOfFact } from "../entries-of-fact.ts";
import type { StoredFact } from "../fact.ts";
import { readTimeZone } from "../facts/queries.ts";
import { createHistory, type History } from "../history.ts";
import { canManageScores } from "../policy.ts";
import { roundPoints } from "../rule.ts";
import { firstRuleSet, type Rules } from "../rule-set.ts";
import type { WhatIf, WhatIfFilters, WhatIfRow } from "./schemas.ts";

const pageSize = 5000;
const longestList = 50;

type Period = { organizationId: string; from: Day; to: Day };

/** Replays the period's facts under other rules, after what was scored before it, and compares. Nothing is written. */
export async function compareRules(
  actor: MemberActor,
  { days }: WhatIfFilters,
  rules: Rules,
): Promise<WhatIf> {
  assertCan(canManageScores(actor), "Only admins see what other rules would change.");
  const { organizationId } = actor;
  const to = dayIn(await readTimeZone(db, organizationId), clock.now());
  const period = { organizationId, from: addDays(to, 1 - Number(days)), to };
  const before = await sumStored(period);
  const replayed = await replay(period, rules);
  return { ...period, facts: replayed.facts, ...(await compare(organizationId, before, replayed.points)) };
}

async function replay(period: Period, rules: Rules) {
  const history = await readHistoryBefore(period);
  const ruleSet = { ...firstRuleSet, ...rules };
  const points = new Map<string, number>();
  let facts = 0;
  for await (const page of pagesOf(period))
    for (const fact of page) {
      const entries = entriesOfFact(ruleSet, fact, history);
      history.record(fact, entries);
      facts += 1;
      for (const entry of entries)
        points.set(entry.memberId, roundPoints((points.get(entry.memberId) ?? 0) + entry.points));
    }
  return { facts, points };
}

async function* pagesOf({ organizationId, from, to }: Period): AsyncGenerator<StoredFact[]> {
  let after = 0;
  for (;;) {
    const page = await db
      .select()
      .from(scoreFacts)
      .where(
        and(
          eq(scoreFacts.organizationId, organizationId),
          between(scoreFacts.day, from, to),
          gt(scoreFacts.position, after),
        ),
      )
      .orderBy(scoreFacts.position)
      .limit(pageSize);
    if (page.length === 0) return;
    yield page as StoredFact[];
    after = page.at(-1)?.position ?? after;
  }
}

/** What was scored before the period, as far as the period's facts ask. */
async function readHistoryBefore({ organizationId, from, to }: Period): Promise<History> {
  const earlier = and(eq(scoreEntries.organizationId, organizationId), lt(scoreEntries.day, from));
  const earning = (rule: string, since: Day) =>
    db
      .select({ memberId: scoreEntries.memberId, day: scoreEntries.day })
      .from(scoreEntries)
      .where(
        and(earlier, gte(scoreEntries.day, since), eq(scoreEntries.rule, rule), gt(scoreEntries.points, 0)),
      );
  const isClick = sql<boolean>`${scoreEntries.rule} = 'counted_click'`;
  return createHistory({
    scoredDays: await earning("confirmed_share", mondayOf(from)),
    pledgeDays: await earning("pledge_kept", `${from.slice(0, 7)}-01`),
    shared: await db
      .selectDistinct({
        memberId: scoreFacts.memberId,
        storyId: scoreFacts.storyId,
        network: sql<string>`${scoreFacts.data}->>'network'`,
      })
      .from(scoreFacts)
      .where(
        and(
          eq(scoreFacts.organizationId, organizationId),
          lt(scoreFacts.day, from),
          eq(scoreFacts.kind, "share"),
        ),
      ),
    earnings: await db
      .select({
        shareId: sql<string>`${scoreEntries.shareId}`,
        memberId: scoreEntries.memberId,
        isClick,
        points: sql`sum(${scoreEntries.points})`.mapWith(Number),
      })
      .from(scoreEntries)
      .where(
        and(
          earlier,
          sql`${scoreEntries.shareId} in (select ${scoreFacts.shareId} from ${scoreFacts}
            where ${scoreFacts.organizationId} = ${organizationId} and ${scoreFacts.day} between ${from} and ${to})`,
        ),
      )
      .groupBy(scoreEntries.shareId, scoreEntries.memberId, isClick),
    withdrawn: (
      await db
        .select({ factId: scoreFacts.factId })
        .from(scoreFacts)
        .where(
          and(
            eq(scoreFacts.organizationId, organizationId),
            lt(scoreFacts.day, from),
            eq(scoreFacts.kind, "withdrawal"),
          ),
        )
    ).map(({ factId }) => factId),
  });
}

async function sumStored({ organizationId, from, to }: Period): Promise<Map<string, number>> {
  const rows = await db
    .select({ memberId: scoreDays.memberId, points: sql`sum(${scoreDays.points})`.mapWith(Number) })
    .from(scoreDays)
    .where(and(eq(scoreDays.organizationId, organizationId), between(scoreDays.day, from, to)))
    .groupBy(scoreDays.memberId);
  return new Map(rows.map(({ memberId, points }) => [memberId, points]));
}

async function compare(organizationId: string, before: Map<string, number>, after: Map<string, number>) {
  const people = await db
    .select({
      id: members.id,
      name: members.name,
      alias: members.alias,
      boardName: members.boardName,
      isExecutive: members.isExecutive,
      teamName: sql<null>`null`,
    })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    )
    .orderBy(asc(members.id));
  // As boards of everybody have it: executives are placed apart.
  const present = people.filter(({ boardName, isExecutive }) => boardName !== "absent" && !isExecutive);
  const ranksBefore = rankPoints(present.map(({ id }) => before.get(id) ?? 0));
  const ranksAfter = rankPoints(present.map(({ id }) => after.get(id) ?? 0));
  const rows = present
    .map((member, index): WhatIfRow => {
      const { key, name } = appear(member);
      return {
        ...{ key, name, before: before.get(member.id) ?? 0, after: after.get(member.id) ?? 0 },
        ...{ rankBefore: ranksBefore[index] ?? null, rankAfter: ranksAfter[index] ?? null },
      };
    })
    .filter((row) => row.before !== 0 || row.after !== 0);
  const changed = rows.filter((row) => row.before !== row.after || row.rankBefore !== row.rankAfter);
  return {
    before: sumOf(before),
    after: sumOf(after),
    people: rows.length,
    unchanged: rows.length - changed.length,
    rows: changed.toSorted(byChange).slice(0, longestList),
  };
}

const byChange = (one: WhatIfRow, other: WhatIfRow): number =>
  Math.abs(moved(other)) - Math.abs(moved(one)) ||
  Math.abs(other.after - other.before) - Math.abs(one.after - one.before) ||
  (one.rankBefore ?? Infinity) - (other.rankBefore ?? Infinity);

const moved = ({ rankBefore, rankAfter }: WhatIfRow): number =>
  rankBefore && rankAfter ? rankBefore - rankAfter : 0;

const sumOf = (points: Map<string, number>): number =>
  roundPoints([...points.values()].reduce((sum, each) => sum + each, 0));
