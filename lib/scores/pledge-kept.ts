import type { Rule } from "./rule.ts";
import { inWords } from "./wording.ts";

type Inputs = {
  /** Pledges of the member that earned points in that month before this one. */
  scoredThatMonth: number;
};

export const pledgeKept: Rule<Inputs> = {
  name: "pledge_kept",
  points: ({ pledgeKept: rule }, { scoredThatMonth }) =>
    scoredThatMonth < rule.scoredPerMonth ? rule.points : 0,
  reason: ({ pledgeKept: rule }, { scoredThatMonth }, title) =>
    scoredThatMonth < rule.scoredPerMonth
      ? `You kept your promise: ${title}.`
      : `You kept your promise: ${title}. Only ${inWords(rule.scoredPerMonth)} a month are scored.`,
};
