import { and, desc, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { scoreDays, scoreEntries } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day } from "#lib/day.ts";
import { type BoardDays, weekCount } from "../board-days.ts";
import type { Totals } from "../totals.ts";

type TotalsByMember = ReadonlyMap<string, Totals>;

// A board is looked at far more often than it changes. Two scorers may commit out of the order of their entries' ids,
// so nothing is remembered for longer than the browser waits before it looks again.
const rememberedMs = 10_000;
const mostRemembered = 200;
const remembered = new Map<string, { entryId: string | undefined; until: number; totals: TotalsByMember }>();

/** Totals of every member who has any, by member. Summed anew when an entry was scored since they were summed last. */
export async function readTotals(actor: MemberActor, days: BoardDays): Promise<TotalsByMember> {
  const key = JSON.stringify([actor.organizationId, days]);
  const entryId = await findNewestEntryId(actor);
  const known = remembered.get(key);
  if (known && known.entryId === entryId && clock.now().getTime() < known.until) return known.totals;

  const totals = await sumTotals(actor, days);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(key, { entryId, until: clock.now().getTime() + rememberedMs, totals });
  return totals;
}

/** Entries are only ever added, and their ids sort by when. */
async function findNewestEntryId({ organizationId }: MemberActor): Promise<string | undefined> {
  const [entry] = await db
    .select({ id: scoreEntries.id })
    .from(scoreEntries)
    .where(eq(scoreEntries.organizationId, organizationId))
    .orderBy(desc(scoreEntries.organizationId), desc(scoreEntries.id))
    .limit(1);
  return entry?.id;
}

/** One pass over the daily rollup, one row for each member. */
async function sumTotals(actor: MemberActor, days: BoardDays): Promise<TotalsByMember> {
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
