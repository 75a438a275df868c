import { createHash } from "node:crypto";
import type { Entry } from "./entry.ts";
import type { StoredFact } from "./fact.ts";

/** Where a ledger ends: positions of the last fact and the last entry, and the last entry's hash. */
export type Chain = { facts: number; entries: number; hash: string };

export const emptyChain: Chain = { facts: 0, entries: 0, hash: "" };

export type ChainedEntry = Entry & { position: number; hash: string };

/**
 * An entry's hash: SHA-256 over the hash before it and over everything that the entry and its fact say, as JSON with sorted
 * keys. Whoever changes, removes or inserts a row breaks the hash there, or else every hash after it.
 */
export function hashEntry(before: string, position: number, entry: Entry, fact: StoredFact): string {
  const said = [
    ...[position, entry.factPosition, entry.memberId, entry.points, entry.isRewardable, entry.rule],
    ...[entry.ruleSet, entry.factKind, entry.factId, entry.storyId, entry.shareId, sorted(entry.inputs)],
    ...[entry.reason, entry.occurredAt.toISOString(), entry.day, fact.memberId, sorted(fact.data)],
  ];
  return createHash("sha256").update(before).update("\n").update(JSON.stringify(said)).digest("hex");
}

/** Stored JSON comes back with its keys in another order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value).filter(([, each]) => each !== undefined);
  return pairs.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, sorted(each)]);
}
