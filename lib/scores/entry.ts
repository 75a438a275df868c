import type { Day } from "#lib/day.ts";
import type { FactKind, StoredFact } from "./fact.ts";
import type { Rule, RuleName } from "./rule.ts";
import type { RuleSet } from "./rule-set.ts";

export type Entry = {
  organizationId: string;
  factPosition: number;
  memberId: string;
  points: number;
  isRewardable: boolean;
  rule: RuleName;
  ruleSet: number;
  factKind: FactKind;
  factId: string;
  storyId: string | null;
  shareId: string | null;
  inputs: Record<string, unknown>;
  reason: string;
  occurredAt: Date;
  day: Day;
};

/** What one rule gives one member for a fact. */
export function makeEntry<Inputs extends Record<string, unknown>>(
  ruleSet: RuleSet,
  rule: Rule<Inputs>,
  memberId: string,
  fact: StoredFact,
  inputs: Inputs,
): Entry {
  return {
    organizationId: fact.organizationId,
    factPosition: fact.position,
    memberId,
    points: rule.points(ruleSet, inputs),
    isRewardable: mayBeRewarded(ruleSet, fact),
    rule: rule.name,
    ruleSet: ruleSet.version,
    factKind: fact.kind,
    factId: fact.factId,
    storyId: fact.storyId,
    shareId: fact.shareId,
    inputs,
    reason: rule.reason(ruleSet, inputs, fact.data.title),
    occurredAt: fact.occurredAt,
    day: fact.day,
  };
}

/** X forbids paying for posts, so what X brought is never rewarded, whoever gets the points. */
function mayBeRewarded({ rewards }: RuleSet, { data }: StoredFact): boolean {
  const networks = data.network ? [data.network] : (data.networks ?? []);
  return !networks.some((network) => rewards.leftOut.includes(network));
}
