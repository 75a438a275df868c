import { type Chain, type ChainedEntry, hashEntry } from "./chain.ts";
import { entriesOfFact } from "./entries-of-fact.ts";
import type { Fact, StoredFact } from "./fact.ts";
import type { History } from "./history.ts";
import { type RuleSet, ruleSetAt } from "./rule-set.ts";

export type Scored = { chain: Chain; facts: StoredFact[]; entries: ChainedEntry[] };

/** Scores facts one after the other, and says where the ledger ends then. Nothing is read or written. */
export function scoreFacts(
  chain: Chain,
  ruleSets: readonly RuleSet[],
  history: History,
  facts: readonly Fact[],
): Scored {
  const scored: Scored = { chain: { ...chain }, facts: [], entries: [] };
  for (const fact of facts) {
    const ruleSet = ruleSetAt(ruleSets, fact.occurredAt);
    scored.chain.facts += 1;
    const stored = { ...fact, position: scored.chain.facts, ruleSet: ruleSet.version };
    const entries = entriesOfFact(ruleSet, stored, history);
    history.record(stored, entries);
    scored.facts.push(stored);
    for (const entry of entries) {
      const position = scored.chain.entries + 1;
      const hash = hashEntry(scored.chain.hash, position, entry, stored);
      scored.chain = { ...scored.chain, entries: position, hash };
      scored.entries.push({ ...entry, position, hash });
    }
  }
  return scored;
}
