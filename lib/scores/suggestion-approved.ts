import { z } from "zod";
import type { Rule } from "./rule.ts";

const inputs = z.object({});

export const suggestionApproved: Rule<z.infer<typeof inputs>> = {
  name: "suggestion_approved",
  inputs,
  points: (ruleSet) => ruleSet.suggestionApproved.points,
  reason: (_ruleSet, _inputs, title) => `Your suggestion “${title}” was approved.`,
};
