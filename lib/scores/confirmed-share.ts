import type { network } from "#db/enums.ts";
import { type Rule, weigh } from "./rule.ts";
import type { RuleSet } from "./rule-set.ts";
import { inWords, nameShare } from "./wording.ts";

type Inputs = {
  network: (typeof network.enumValues)[number];
  /** Shares of the member that earned points on that day and in that ISO week before this one. */
  scoredThatDay: number;
  scoredThatWeek: number;
  /** Whether the member had shared this story to this network before. */
  isRepeat: boolean;
};

export const confirmedShare: Rule<Inputs> = {
  name: "confirmed_share",
  points: (ruleSet, share) =>
    refuse(ruleSet, share) ? 0 : weigh(ruleSet, share.network, ruleSet.confirmedShare.points),
  reason(ruleSet, share, title) {
    const refusal = refuse(ruleSet, share);
    const name = nameShare(title, share.network);
    return refusal ? `${name}: ${refusal}` : `Shared ${name}.`;
  },
};

/** Why a share earns nothing, or null when it earns. */
function refuse({ confirmedShare: limits }: RuleSet, share: Inputs): string | null {
  if (share.isRepeat) return "you shared it there before, and a story is scored once on each network.";
  if (share.scoredThatDay >= limits.scoredPerDay)
    return `only ${inWords(limits.scoredPerDay)} shares a day are scored, and this day had them.`;
  if (share.scoredThatWeek >= limits.scoredPerWeek)
    return `only ${inWords(limits.scoredPerWeek)} shares a week are scored, and this week had them.`;
  return null;
}
