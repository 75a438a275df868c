import type { z } from "zod";
import type { RuleSet } from "./rule-set.ts";

export type RuleName =
  | "confirmed_share"
  | "own_words"
  | "counted_click"
  | "suggestion_approved"
  | "originator_credit";

/** One way to earn points: what it reads, what that is worth, and why, in words for the member. */
export type Rule<Inputs> = {
  name: RuleName;
  inputs: z.ZodType<Inputs>;
  points: (ruleSet: RuleSet, inputs: Inputs) => number;
  reason: (ruleSet: RuleSet, inputs: Inputs, title: string) => string;
};

/** Points have four decimals, as the column has: what is computed is what is stored. */
export const roundPoints = (points: number): number => Math.round(points * 10_000) / 10_000;
