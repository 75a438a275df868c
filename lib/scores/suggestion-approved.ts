import type { Rule } from "./rule.ts";

export const suggestionApproved: Rule<Record<string, never>> = {
  name: "suggestion_approved",
  points: (ruleSet) => ruleSet.suggestionApproved.points,
  reason: (_ruleSet, _inputs, title) => `Your suggestion “${title}” was approved.`,
};
