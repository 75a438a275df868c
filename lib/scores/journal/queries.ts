import { and, eq, gt, inArray, sql, sum } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { scoreEntries, scoreFacts } from "#db/schema/scores.ts";
import { addDays, mondayOf } from "#lib/day.ts";
import type { Fact } from "../fact.ts";
import { type Before, createHistory, type History } from "../history.ts";

/** What was scored before that matters for these facts. Read it while the organization's chain is held. */
export async function readHistory(
  tx: Executor,
  organizationId: string,
  facts: readonly Fact[],
): Promise<History> {
  const shares = facts.filter(({ kind }) => kind === "share");
  const pledges = facts.filter(({ kind }) => kind === "pledge");
  const shareIds = unique(facts.map(({ shareId }) => shareId));
  return createHistory({
    scoredDays: await readScoredDays(tx, organizationId, shares),
    shared: await readShared(tx, organizationId, shares),
    earnings: await readEarnings(tx, organizationId, shareIds),
    withdrawn: await readWithdrawn(tx, organizationId, shareIds),
    pledgeDays: await readPledgeDays(tx, organizationId, pledges),
  });
}

/** Those of the facts that are in the journal already, as `kind id`. */
export async function readKnown(
  tx: Executor,
  organizationId: string,
  facts: readonly Fact[],
): Promise<Set<string>> {
  if (facts.length === 0) return new Set();
  const known = await tx
    .select({ kind: scoreFacts.kind, factId: scoreFacts.factId })
    .from(scoreFacts)
    .where(
      and(
        eq(scoreFacts.organizationId, organizationId),
        inArray(scoreFacts.kind, unique(facts.map(({ kind }) => kind))),
        inArray(scoreFacts.factId, unique(facts.map(({ factId }) => factId))),
      ),
    );
  return new Set(known.map(nameFact));
}

export const nameFact = ({ kind, factId }: Pick<Fact, "factId"> & { kind: string }): string =>
  `${kind} ${factId}`;

async function readScoredDays(tx: Executor, organizationId: string, shares: readonly Fact[]) {
  const days = shares.map(({ day }) => day).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return [];
  return tx
    .select({ memberId: scoreEntries.memberId, day: scoreEntries.day })
    .from(scoreEntries)
    .where(
      and(
        ...earnedBy(organizationId, shares, "confirmed_share"),
        sql`${scoreEntries.day} between ${mondayOf(first)} and ${addDays(mondayOf(last), 6)}`,
      ),
    )
    .orderBy(scoreEntries.position);
}

async function readPledgeDays(tx: Executor, organizationId: string, pledges: readonly Fact[]) {
  if (pledges.length === 0) return [];
  return tx
    .select({ memberId: scoreEntries.memberId, day: scoreEntries.day })
    .from(scoreEntries)
    .where(and(...earnedBy(organizationId, pledges, "pledge_kept")));
}

const earnedBy = (organizationId: string, facts: readonly Fact[], rule: string) => [
  eq(scoreEntries.organizationId, organizationId),
  inArray(scoreEntries.memberId, unique(facts.map(({ memberId }) => memberId))),
  eq(scoreEntries.rule, rule),
  gt(scoreEntries.points, 0),
];

async function readShared(
  tx: Executor,
  organizationId: string,
  shares: readonly Fact[],
): Promise<Before["shared"]> {
  if (shares.length === 0) return [];
  return tx
    .selectDistinct({
      memberId: scoreEntries.memberId,
      storyId: scoreEntries.storyId,
      network: sql<string>`${scoreEntries.inputs}->>'network'`,
    })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.organizationId, organizationId),
        inArray(scoreEntries.memberId, unique(shares.map(({ memberId }) => memberId))),
        eq(scoreEntries.rule, "confirmed_share"),
        inArray(scoreEntries.storyId, unique(shares.map(({ storyId }) => storyId))),
      ),
    );
}

async function readEarnings(
  tx: Executor,
  organizationId: string,
  shareIds: string[],
): Promise<Before["earnings"]> {
  if (shareIds.length === 0) return [];
  const isClick = sql<boolean>`${scoreEntries.rule} = 'counted_click'`;
  return tx
    .select({
      shareId: sql<string>`${scoreEntries.shareId}`,
      memberId: scoreEntries.memberId,
      isClick,
      points: sum(scoreEntries.points).mapWith(Number),
    })
    .from(scoreEntries)
    .where(and(eq(scoreEntries.organizationId, organizationId), inArray(scoreEntries.shareId, shareIds)))
    .groupBy(scoreEntries.shareId, scoreEntries.memberId, isClick);
}

async function readWithdrawn(tx: Executor, organizationId: string, shareIds: string[]): Promise<string[]> {
  if (shareIds.length === 0) return [];
  const rows = await tx
    .select({ factId: scoreFacts.factId })
    .from(scoreFacts)
    .where(
      and(
        eq(scoreFacts.organizationId, organizationId),
        eq(scoreFacts.kind, "withdrawal"),
        inArray(scoreFacts.factId, shareIds),
      ),
    );
  return rows.map(({ factId }) => factId);
}

const unique = <Value>(values: (Value | null)[]): Value[] => [
  ...new Set(values.filter((value) => value !== null)),
];
