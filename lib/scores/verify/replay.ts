import type { scoreEntries, scoreFacts } from "#db/schema/scores.ts";
import { type Chain, emptyChain, hashEntry } from "../chain.ts";
import { entriesOfFact } from "../entries-of-fact.ts";
import type { Entry } from "../entry.ts";
import type { StoredFact } from "../fact.ts";
import { createHistory } from "../history.ts";
import { type RuleSet, ruleSetAt } from "../rule-set.ts";

/** Something that is stored and is not what follows from what came before it. */
export type Difference = {
  /** `fact`: the journal is not what happened. `entry`: not what the rules give. `hash`: the chain is broken. `total`: not the sum. */
  kind: "fact" | "entry" | "hash" | "total";
  memberId: string | null;
  /** The position of the fact or entry, the day of the total, or the id of what the journal does not know. */
  which: string;
  stored: string | null;
  expected: string | null;
};

export type StoredEntry = typeof scoreEntries.$inferSelect;
type FactRow = typeof scoreFacts.$inferSelect;

/** Computes a journal's entries from nothing, a page at a time, and notes where the stored ones are others. */
export function replayJournal(ruleSets: readonly RuleSet[]) {
  const history = createHistory();
  const differences: Difference[] = [];
  let chain: Chain = emptyChain;

  function addFact(row: FactRow, stored: readonly StoredEntry[]): void {
    const fact = row as StoredFact;
    const ruleSet = ruleSetAt(ruleSets, fact.occurredAt);
    if (fact.position !== chain.facts + 1)
      differences.push(ofFact(fact, String(fact.position), String(chain.facts + 1)));
    if (fact.ruleSet !== ruleSet.version)
      differences.push(ofFact(fact, `rule set ${fact.ruleSet}`, `rule set ${ruleSet.version}`));
    chain = { ...chain, facts: fact.position };

    const expected = entriesOfFact(ruleSet, fact, history);
    history.record(fact, expected);
    for (let index = 0; index < Math.max(expected.length, stored.length); index += 1)
      addEntry(fact, expected[index], stored[index]);
  }

  function addEntry(fact: StoredFact, expected: Entry | undefined, stored: StoredEntry | undefined): void {
    const differs = expected === undefined || stored === undefined || say(expected) !== say(stored as Entry);
    if (differs)
      differences.push({
        kind: "entry",
        memberId: (stored ?? expected)?.memberId ?? null,
        which: String(stored?.position ?? `of fact ${fact.position}`),
        stored: stored ? say(stored as Entry) : null,
        expected: expected ? say(expected) : null,
      });
    if (!stored) return;
    const position = chain.entries + 1;
    // Over what is stored, after what is stored before it: one changed row is named once.
    const hash = hashEntry(chain.hash, position, stored as Entry, fact);
    if (stored.position !== position || stored.hash !== hash)
      differences.push({
        ...{ kind: "hash", memberId: stored.memberId, which: String(stored.position) },
        ...{ stored: stored.hash, expected: hash },
      });
    chain = { ...chain, entries: stored.position, hash: stored.hash };
  }

  return {
    add(facts: readonly FactRow[], entries: readonly StoredEntry[]): void {
      const ofFacts = Map.groupBy(entries, ({ factPosition }) => factPosition);
      for (const fact of facts) addFact(fact, ofFacts.get(fact.position) ?? []);
    },
    /** @param head where the ledger says that it ends */
    end(head: Chain = emptyChain): { chain: Chain; differences: Difference[] } {
      if (head.facts !== chain.facts || head.entries !== chain.entries || head.hash !== chain.hash)
        differences.push({
          ...{ kind: "hash", memberId: null, which: "end" },
          ...{ stored: sayChain(head), expected: sayChain(chain) },
        });
      return { chain, differences };
    },
  };
}

const ofFact = (fact: StoredFact, stored: string, expected: string): Difference => ({
  ...{ kind: "fact", memberId: fact.memberId, which: String(fact.position) },
  ...{ stored, expected },
});

const sayChain = ({ facts, entries, hash }: Chain): string => `${facts} facts, ${entries} entries, ${hash}`;

const say = ({ memberId, rule, points, isRewardable, reason, day }: Entry): string =>
  `${memberId} ${rule} ${points}${isRewardable ? "" : " (no reward)"} on ${day}: ${reason}`;
