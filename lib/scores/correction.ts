import type { Rule } from "./rule.ts";

type Inputs = { points: number; reason: string };

/** Points that an admin gave or took, in the admin's words. */
export const correction: Rule<Inputs> = {
  name: "correction",
  points: (_ruleSet, { points }) => points,
  reason: (_ruleSet, { reason }) => `Corrected by an admin: ${reason}`,
};
