import { confirmedShare } from "./confirmed-share.ts";
import { countedClick } from "./counted-click.ts";
import { originatorCredit } from "./originator-credit.ts";
import { ownWords } from "./own-words.ts";
import type { Rule } from "./rule.ts";
import { findRuleSet, type RuleSet } from "./rule-set.ts";
import { suggestionApproved } from "./suggestion-approved.ts";

type Recompute = (ruleSet: RuleSet, inputs: unknown) => number | null;

const recomputeBy = new Map<string, Recompute>([
  recomputing(confirmedShare),
  recomputing(ownWords),
  recomputing(countedClick),
  recomputing(suggestionApproved),
  recomputing(originatorCredit),
]);

/** The points of a stored entry, computed again; null when its rule, rule set or inputs are not ones we know. */
export function recomputePoints(entry: { rule: string; ruleSet: number; inputs: unknown }): number | null {
  const ruleSet = findRuleSet(entry.ruleSet);
  const recompute = recomputeBy.get(entry.rule);
  return ruleSet && recompute ? recompute(ruleSet, entry.inputs) : null;
}

function recomputing<Inputs>(rule: Rule<Inputs>): [string, Recompute] {
  return [
    rule.name,
    (ruleSet, inputs) => {
      const parsed = rule.inputs.safeParse(inputs);
      return parsed.success ? rule.points(ruleSet, parsed.data) : null;
    },
  ];
}
