import type { network } from "#db/enums.ts";
import type { RuleSet } from "./rule-set.ts";

export const ruleNames = [
  "confirmed_share",
  "own_words",
  "counted_click",
  "suggestion_approved",
  "originator_credit",
  "withdrawn_share",
  "pledge_kept",
  "correction",
] as const;
export type RuleName = (typeof ruleNames)[number];

/** One way to earn points: what it reads, what that is worth, and why, in words for the member. */
export type Rule<Inputs extends Record<string, unknown>> = {
  name: RuleName;
  points: (ruleSet: RuleSet, inputs: Inputs) => number;
  reason: (ruleSet: RuleSet, inputs: Inputs, title: string) => string;
};

/** Points have four decimals, as the column has: what is computed is what is stored. */
export const roundPoints = (points: number): number => Math.round(points * 10_000) / 10_000;

/** What so many points are worth on a network. */
export const weigh = (ruleSet: RuleSet, on: (typeof network.enumValues)[number], points: number): number =>
  roundPoints(points * (ruleSet.weights[on] ?? 1));
