import { and, between, eq, gt, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { scoreChains, scoreDays, scoreEntries, scoreFacts } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { findWrongStandings } from "#lib/boards/standings/verify/queries.ts";
import { assertCan } from "#lib/errors.ts";
import { canManageScores } from "../policy.ts";
import { readRuleSets } from "../rule-sets/queries.ts";
import { type Difference, replayJournal, type StoredEntry } from "./replay.ts";
import { findWrongSources } from "./sources/queries.ts";

export type { Difference } from "./replay.ts";

const pageSize = 2000;

/** What `findDifferences` looked at. */
export type Verification = { facts: number; entries: number; hash: string; differences: Difference[] };

/**
 * Replays the whole journal from nothing, and compares every entry, every hash, every total and every fact with what is
 * stored. It reads one state of the database, and holds nobody up.
 */
export async function verifyScores(organizationId: string): Promise<Verification> {
  return db.transaction(
    async (tx) => {
      const replay = replayJournal(await readRuleSets(tx, organizationId));
      for await (const { facts, entries } of pagesOfJournal(tx, organizationId)) replay.add(facts, entries);
      const [chain] = await tx
        .select({ facts: scoreChains.facts, entries: scoreChains.entries, hash: scoreChains.hash })
        .from(scoreChains)
        .where(eq(scoreChains.organizationId, organizationId));
      const replayed = replay.end(chain);
      return {
        ...replayed.chain,
        differences: [
          ...replayed.differences,
          ...(await findStrayEntries(tx, organizationId, replayed.chain.facts)),
          ...(await findWrongTotals(tx, organizationId)),
          ...(await findWrongStandings(tx, organizationId)).map((wrong) => ({
            kind: "total" as const,
            ...wrong,
          })),
          ...(await findWrongSources(tx, organizationId)),
        ],
      };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** The same, for an admin who looks at the page. */
export async function verifyScoresAsAdmin(actor: MemberActor): Promise<Verification> {
  assertCan(canManageScores(actor));
  return verifyScores(actor.organizationId);
}

export const findDifferences = async (organizationId: string): Promise<Difference[]> =>
  (await verifyScores(organizationId)).differences;

type Reader = Parameters<Parameters<typeof db.transaction>[0]>[0];

async function* pagesOfJournal(tx: Reader, organizationId: string) {
  let after = 0;
  for (;;) {
    const facts = await tx
      .select()
      .from(scoreFacts)
      .where(and(eq(scoreFacts.organizationId, organizationId), gt(scoreFacts.position, after)))
      .orderBy(scoreFacts.position)
      .limit(pageSize);
    const last = facts.at(-1)?.position;
    if (last === undefined) return;
    const entries: StoredEntry[] = await tx
      .select()
      .from(scoreEntries)
      .where(
        and(
          eq(scoreEntries.organizationId, organizationId),
          between(scoreEntries.factPosition, after + 1, last),
        ),
      )
      .orderBy(scoreEntries.position);
    yield { facts, entries };
    after = last;
  }
}

/** Entries that name a fact which is not there. */
async function findStrayEntries(tx: Reader, organizationId: string, facts: number): Promise<Difference[]> {
  const strays = await tx
    .select({
      memberId: scoreEntries.memberId,
      position: scoreEntries.position,
      points: scoreEntries.points,
    })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.organizationId, organizationId),
        sql`${scoreEntries.factPosition} not between 1 and ${facts}`,
      ),
    )
    .limit(pageSize);
  return strays.map(({ memberId, position, points }) => ({
    kind: "entry",
    memberId,
    which: String(position),
    stored: String(points),
    expected: null,
  }));
}

async function findWrongTotals(tx: Reader, organizationId: string): Promise<Difference[]> {
  const sums = tx
    .select({
      memberId: scoreEntries.memberId,
      day: scoreEntries.day,
      points: sql<number>`sum(${scoreEntries.points})`.mapWith(Number).as("entries_points"),
      rewardPoints:
        sql<number>`coalesce(sum(${scoreEntries.points}) filter (where ${scoreEntries.isRewardable}), 0)`
          .mapWith(Number)
          .as("entries_reward_points"),
    })
    .from(scoreEntries)
    .where(eq(scoreEntries.organizationId, organizationId))
    .groupBy(scoreEntries.memberId, scoreEntries.day)
    .as("sums");
  const totals = tx.select().from(scoreDays).where(eq(scoreDays.organizationId, organizationId)).as("totals");
  const wrong = await tx
    .select({
      memberId: sql<string>`coalesce(${sums.memberId}, ${totals.memberId})`,
      which: sql<string>`coalesce(${sums.day}, ${totals.day})::text`,
      stored: sql<string>`concat_ws(' / ', coalesce(${totals.points}, 0), coalesce(${totals.rewardPoints}, 0))`,
      expected: sql<string>`concat_ws(' / ', coalesce(${sums.points}, 0), coalesce(${sums.rewardPoints}, 0))`,
    })
    .from(sums)
    .fullJoin(totals, and(eq(totals.memberId, sums.memberId), eq(totals.day, sums.day)))
    .where(
      sql`(coalesce(${sums.points}, 0), coalesce(${sums.rewardPoints}, 0))
        <> (coalesce(${totals.points}, 0), coalesce(${totals.rewardPoints}, 0))`,
    );
  return wrong.map((total) => ({ kind: "total", ...total }));
}
