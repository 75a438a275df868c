import { and, eq, gt, lte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { scoreDays } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { type BoardDays, weekCount } from "../board-days.ts";
import { noTotals, type Totals } from "../totals.ts";

/** Totals of every member who has any, by member. Reads only the daily rollup. */
export async function readTotals(actor: MemberActor, days: BoardDays): Promise<Map<string, Totals>> {
  const [sums, weeks] = await Promise.all([readSums(actor, days), readWeeks(actor, days)]);
  const totals = new Map<string, Totals>();
  for (const { memberId, ...sum } of sums) totals.set(memberId, { ...sum, weeks: [...noTotals.weeks] });
  for (const { memberId, weeksAgo, points } of weeks) {
    const known = totals.get(memberId) ?? { ...noTotals, weeks: [...noTotals.weeks] };
    known.weeks[weekCount - 1 - weeksAgo] = points;
    totals.set(memberId, known);
  }
  return totals;
}

async function readSums(actor: MemberActor, { after, today, weekAgo }: BoardDays) {
  const isIn = (from: string | null, until: string) =>
    from
      ? sql`${scoreDays.day} > ${from} and ${scoreDays.day} <= ${until}`
      : sql`${scoreDays.day} <= ${until}`;
  const sumOf = (from: string | null, until: string) =>
    sql<number>`coalesce(sum(${scoreDays.points}) filter (where ${isIn(from, until)}), 0)`.mapWith(tenths);
  return db
    .select({
      memberId: scoreDays.memberId,
      points: sumOf(after, today),
      weekAgo: sumOf(weekAgo.after, weekAgo.until),
    })
    .from(scoreDays)
    .where(
      and(
        eq(scoreDays.organizationId, actor.organizationId),
        lte(scoreDays.day, today),
        weekAgo.after ? gt(scoreDays.day, weekAgo.after) : undefined,
      ),
    )
    .groupBy(scoreDays.memberId);
}

async function readWeeks(actor: MemberActor, { today, drawnAfter }: BoardDays) {
  const weeksAgo = sql<number>`((${today}::date - ${scoreDays.day}) / 7)`;
  return db
    .select({
      memberId: scoreDays.memberId,
      weeksAgo: weeksAgo.mapWith(Number),
      points: sql<number>`sum(${scoreDays.points})`.mapWith(tenths),
    })
    .from(scoreDays)
    .where(
      and(
        eq(scoreDays.organizationId, actor.organizationId),
        gt(scoreDays.day, drawnAfter),
        lte(scoreDays.day, today),
      ),
    )
    .groupBy(scoreDays.memberId, sql`2`);
}

/** Boards show tenths, and rank by what they show: two rows that look equal are. */
const tenths = (points: unknown): number => Math.round(Number(points) * 10) / 10;
