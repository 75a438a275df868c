import { z } from "zod";
import { network } from "#db/enums.ts";

const points = (most: number) =>
  z.number("A number, please.").min(0, "Not less than nothing.").max(most, `${most} at most.`);
const count = (least: number, most: number) =>
  z.int("A whole number, please.").min(least, `${least} at least.`).max(most, `${most} at most.`);

/** What each fact is worth: the data that the rules compute with. */
export const rules = z
  .object({
    confirmedShare: z.object({
      points: points(100),
      scoredPerDay: count(1, 50),
      scoredPerWeek: count(1, 200),
    }),
    /** Below this likeness to every caption of the story, a share is in the member's own words. */
    ownWords: z.object({ points: points(100), belowSimilarity: z.number().min(0).max(1) }),
    countedClick: z.object({ points: points(20), mostPerShare: points(500) }),
    suggestionApproved: z.object({ points: points(200) }),
    /** The part of what a story earns that flows back, in how many days it halves, and who has which portion of it. */
    originatorCredit: z.object({
      part: z.number().min(0).max(0.5),
      halvesEveryDays: count(1, 365),
      portions: z.object({ idea: count(0, 10), edits: count(0, 10), caption: count(0, 10) }),
    }),
    pledgeKept: z.object({ points: points(100), scoredPerMonth: count(0, 31) }),
    /** A share or a click there is worth this many times as much. */
    weights: z.record(z.enum(network.enumValues), z.number().min(0).max(5)),
    rewards: z.object({
      /** No reward is given for points that these brought. */
      leftOut: z.array(z.enum(network.enumValues)),
      /** Why X is not among them: X forbids paying for posts. */
      xReason: z.string().trim().max(500),
    }),
  })
  .refine(({ rewards }) => rewards.leftOut.includes("x") || rewards.xReason.length >= 10, {
    path: ["rewards", "xReason"],
    message: "X forbids paying for posts. Say why points from X may be rewarded here, or leave X out.",
  });
export type Rules = z.output<typeof rules>;

/** Rules by the number under which they were published, and from when on they hold. Never edited: a change is a new version. */
export type RuleSet = Rules & { version: number; publishedAt: Date };

export const firstRules: Rules = {
  confirmedShare: { points: 10, scoredPerDay: 2, scoredPerWeek: 6 },
  ownWords: { points: 5, belowSimilarity: 0.7 },
  countedClick: { points: 2, mostPerShare: 20 },
  suggestionApproved: { points: 15 },
  originatorCredit: { part: 0.1, halvesEveryDays: 30, portions: { idea: 1, edits: 0, caption: 0 } },
  pledgeKept: { points: 10, scoredPerMonth: 2 },
  weights: Object.fromEntries(network.enumValues.map((id) => [id, 1])) as Rules["weights"],
  rewards: { leftOut: ["x"], xReason: "" },
};

/** Herald's own, in force wherever nobody published another. */
export const firstRuleSet: RuleSet = { ...firstRules, version: 1, publishedAt: new Date(0) };

/** The rule set in force at a moment: what happened before a change keeps the rules under which it happened. */
export function ruleSetAt(ruleSets: readonly RuleSet[], moment: Date): RuleSet {
  return ruleSets.findLast(({ publishedAt }) => publishedAt <= moment) ?? firstRuleSet;
}
