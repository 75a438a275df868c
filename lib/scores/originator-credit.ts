import { z } from "zod";
import { type Rule, roundPoints } from "./rule.ts";
import type { RuleSet } from "./rule-set.ts";
import { inFigures } from "./wording.ts";

const inputs = z.object({
  /** What the fact earned for the colleague who shared the story. */
  earned: z.number(),
  earnedBy: z.enum(["share", "click"]),
  /** Whole days from the approval to the fact. */
  daysSinceApproval: z.int().min(0),
});
type Inputs = z.infer<typeof inputs>;

/** A part of what a story earns for others flows back to the member whose idea it was; it halves in steps, not by the day. */
export const originatorCredit: Rule<Inputs> = {
  name: "originator_credit",
  inputs,
  points: (ruleSet, credit) => roundPoints(credit.earned * partAfter(ruleSet, credit)),
  reason: (ruleSet, credit, title) =>
    `Your idea “${title}”: ${inFigures(partAfter(ruleSet, credit) * 100)} % of ${inFigures(credit.earned)} points for a ${credit.earnedBy}.`,
};

const partAfter = ({ originatorCredit: rule }: RuleSet, { daysSinceApproval }: Inputs): number =>
  rule.part / 2 ** Math.floor(daysSinceApproval / rule.halvesEveryDays);
