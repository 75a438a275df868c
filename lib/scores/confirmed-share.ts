import { z } from "zod";
import { network } from "#db/enums.ts";
import type { Rule } from "./rule.ts";
import type { RuleSet } from "./rule-set.ts";
import { inWords, nameShare } from "./wording.ts";

const inputs = z.object({
  network: z.enum(network.enumValues),
  /** Shares of the member that earned points on that day and in that ISO week before this one. */
  scoredThatDay: z.int(),
  scoredThatWeek: z.int(),
  /** Whether the member had shared this story to this network before. */
  isRepeat: z.boolean(),
});
type Inputs = z.infer<typeof inputs>;

export const confirmedShare: Rule<Inputs> = {
  name: "confirmed_share",
  inputs,
  points: (ruleSet, share) => (refuse(ruleSet, share) ? 0 : ruleSet.confirmedShare.points),
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
