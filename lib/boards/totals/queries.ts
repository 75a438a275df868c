import { and, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { scoreDays } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { addDays, type Day } from "#lib/day.ts";
import { type BoardDays, weekCount } from "../board-days.ts";
import type { Totals } from "../totals.ts";

/** Totals of every member who has any, by member: one pass over the daily rollup, one row for each member. */
export async function readTotals(actor: MemberActor, days: BoardDays): Promise<Map<string, Totals>> {
  const { after, today, weekAgo, drawnAfter } = days;
  const weeks = Array.from({ length: weekCount }, (_, week) => addDays(drawnAfter, 7 * week));
  const earliest = weekAgo.after && [weekAgo.after, drawnAfter].toSorted()[0];
  const rows = await db
    .select({
      memberId: scoreDays.memberId,
      points: sumBetween(after, today).mapWith(tenths),
      weekAgo: sumBetween(weekAgo.after, weekAgo.until).mapWith(tenths),
      weeks: sql<string[]>`array[${sql.join(
        weeks.map((from) => sumBetween(from, addDays(from, 7))),
        sql`, `,
      )}]::float8[]`,
    })
    .from(scoreDays)
    .where(
      and(
        eq(scoreDays.organizationId, actor.organizationId),
        lte(scoreDays.day, today),
        earliest ? gt(scoreDays.day, earliest) : undefined,
      ),
    )
    .groupBy(scoreDays.memberId);
  return new Map(
    rows.map(({ memberId, ...totals }) => [memberId, { ...totals, weeks: totals.weeks.map(tenths) }]),
  );
}

/** The points of the days after `from` and up to `until`. */
function sumBetween(from: Day | null, until: Day): SQL<number> {
  const isAfter = from ? sql`${scoreDays.day} > ${from} and` : sql``;
  return sql`coalesce(sum(${scoreDays.points}) filter (where ${isAfter} ${scoreDays.day} <= ${until}), 0)`;
}

/** Boards show tenths, and rank by what they show: two rows that look equal are. */
const tenths = (points: unknown): number => Math.round(Number(points) * 10) / 10;
