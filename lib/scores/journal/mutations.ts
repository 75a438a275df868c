import { eq, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { scoreChains, scoreDays, scoreEntries, scoreFacts } from "#db/schema/scores.ts";
import { addToStandings } from "#lib/boards/standings/mutations.ts";
import type { Day } from "#lib/day.ts";
import type { Chain, ChainedEntry } from "../chain.ts";
import type { Fact } from "../fact.ts";
import { roundPoints } from "../rule.ts";
import { readRuleSets } from "../rule-sets/queries.ts";
import { scoreFacts as score } from "../score-facts.ts";
import { nameFact, readHistory, readKnown } from "./queries.ts";

const chunkSize = 500;

/**
 * Makes every other scorer of the organization wait until the transaction ends: entries are chained, and limits hold. Hold it
 * before anything else is read that the score depends on.
 */
export async function holdChain(tx: Executor, organizationId: string): Promise<Chain> {
  await tx.insert(scoreChains).values({ organizationId }).onConflictDoNothing();
  const [chain] = await tx
    .select({ facts: scoreChains.facts, entries: scoreChains.entries, hash: scoreChains.hash })
    .from(scoreChains)
    .where(eq(scoreChains.organizationId, organizationId))
    .for("no key update");
  if (!chain) throw new Error("The row was inserted just now.");
  return chain;
}

/**
 * Writes facts to the journal in the order given, what they are worth to the ledger, and both to the rollups. A fact that is
 * there already changes nothing, so that whoever was killed begins anew.
 */
export async function appendFacts(
  tx: Executor,
  organizationId: string,
  facts: readonly Fact[],
): Promise<ChainedEntry[]> {
  const chain = await holdChain(tx, organizationId);
  const known = await readKnown(tx, organizationId, facts);
  const fresh = facts.filter((fact) => !known.has(nameFact(fact)) && known.add(nameFact(fact)));
  if (fresh.length === 0) return [];

  const history = await readHistory(tx, organizationId, fresh);
  const scored = score(chain, await readRuleSets(tx, organizationId), history, fresh);
  for (let start = 0; start < scored.facts.length; start += chunkSize)
    await tx.insert(scoreFacts).values(scored.facts.slice(start, start + chunkSize));
  for (let start = 0; start < scored.entries.length; start += chunkSize)
    await tx
      .insert(scoreEntries)
      .values(scored.entries.slice(start, start + chunkSize).map((entry) => ({ id: newId(), ...entry })));
  await addToDays(tx, scored.entries);
  const campaignOf = new Map(scored.facts.map(({ position, data }) => [position, data.campaignId ?? null]));
  await addToStandings(
    tx,
    organizationId,
    scored.entries.map((entry) => ({ ...entry, campaignId: campaignOf.get(entry.factPosition) ?? null })),
  );
  await tx.update(scoreChains).set(scored.chain).where(eq(scoreChains.organizationId, organizationId));
  return scored.entries;
}

type DayPoints = {
  organizationId: string;
  memberId: string;
  day: Day;
  points: number;
  rewardPoints: number;
};

/** Points by member and day. */
export function sumByDay(entries: readonly ChainedEntry[]): DayPoints[] {
  const days = new Map<string, DayPoints>();
  for (const { organizationId, memberId, day, points, isRewardable } of entries) {
    if (points === 0) continue;
    const key = `${memberId} ${day}`;
    const sum = days.get(key) ?? { organizationId, memberId, day, points: 0, rewardPoints: 0 };
    days.set(key, {
      ...sum,
      points: roundPoints(sum.points + points),
      rewardPoints: roundPoints(sum.rewardPoints + (isRewardable ? points : 0)),
    });
  }
  return [...days.values()];
}

async function addToDays(tx: Executor, entries: readonly ChainedEntry[]): Promise<void> {
  const sums = sumByDay(entries);
  for (let start = 0; start < sums.length; start += chunkSize)
    await tx
      .insert(scoreDays)
      .values(sums.slice(start, start + chunkSize))
      .onConflictDoUpdate({
        target: [scoreDays.organizationId, scoreDays.memberId, scoreDays.day],
        set: {
          points: sql`${scoreDays.points} + excluded.points`,
          rewardPoints: sql`${scoreDays.rewardPoints} + excluded.reward_points`,
        },
      });
}
