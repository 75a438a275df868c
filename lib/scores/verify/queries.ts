import { and, eq, gt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { scoreDays, scoreEntries } from "#db/schema/scores.ts";
import { recomputePoints } from "../rules.ts";

const pageSize = 2000;

/** Something that is stored and is not what the log of entries, or an entry's own rule, says. */
export type Difference = {
  kind: "entry" | "total";
  memberId: string;
  /** The entry's id, or the day of the total. */
  which: string;
  stored: number;
  /** Null when the entry's rule, rule set or inputs are not ones we know. */
  expected: number | null;
};

/** Computes every entry's points again from its rule and inputs, and every day's total from its entries. */
export async function findDifferences(organizationId: string): Promise<Difference[]> {
  const differences: Difference[] = [];
  for await (const entries of pagesOfEntries(organizationId))
    for (const { id, memberId, points, ...entry } of entries) {
      const expected = recomputePoints(entry);
      if (expected !== points)
        differences.push({ kind: "entry", memberId, which: id, stored: points, expected });
    }
  return [...differences, ...(await findWrongTotals(organizationId))];
}

async function* pagesOfEntries(organizationId: string) {
  let after: string | undefined;
  do {
    const page = await db
      .select({
        id: scoreEntries.id,
        memberId: scoreEntries.memberId,
        points: scoreEntries.points,
        rule: scoreEntries.rule,
        ruleSet: scoreEntries.ruleSet,
        inputs: scoreEntries.inputs,
      })
      .from(scoreEntries)
      .where(
        and(eq(scoreEntries.organizationId, organizationId), after ? gt(scoreEntries.id, after) : undefined),
      )
      .orderBy(scoreEntries.id)
      .limit(pageSize);
    yield page;
    after = page.length === pageSize ? page.at(-1)?.id : undefined;
  } while (after);
}

async function findWrongTotals(organizationId: string): Promise<Difference[]> {
  const sums = db
    .select({
      memberId: scoreEntries.memberId,
      day: scoreEntries.day,
      points: sql<number>`sum(${scoreEntries.points})`.mapWith(Number).as("entries_points"),
    })
    .from(scoreEntries)
    .where(eq(scoreEntries.organizationId, organizationId))
    .groupBy(scoreEntries.memberId, scoreEntries.day)
    .as("sums");
  const totals = db.select().from(scoreDays).where(eq(scoreDays.organizationId, organizationId)).as("totals");
  const wrong = await db
    .select({
      memberId: sql<string>`coalesce(${sums.memberId}, ${totals.memberId})`,
      which: sql<string>`coalesce(${sums.day}, ${totals.day})::text`,
      stored: sql<number>`coalesce(${totals.points}, 0)`.mapWith(Number),
      expected: sql<number>`coalesce(${sums.points}, 0)`.mapWith(Number),
    })
    .from(sums)
    .fullJoin(totals, and(eq(totals.memberId, sums.memberId), eq(totals.day, sums.day)))
    .where(sql`coalesce(${sums.points}, 0) <> coalesce(${totals.points}, 0)`);
  return wrong.map((total) => ({ kind: "total", ...total }));
}
