/** What each fact is worth. A rule set that was used is never edited: a change is a new version beside it. */
export type RuleSet = {
  version: number;
  confirmedShare: { points: number; scoredPerDay: number; scoredPerWeek: number };
  /** Below this likeness to every caption of the story, a share is in the member's own words. */
  ownWords: { points: number; belowSimilarity: number };
  countedClick: { points: number; mostPerShare: number };
  suggestionApproved: { points: number };
  /** The part of what a story earns that goes to whoever suggested it, and in how many days that part halves. */
  originatorCredit: { part: number; halvesEveryDays: number };
};

const first: RuleSet = {
  version: 1,
  confirmedShare: { points: 10, scoredPerDay: 2, scoredPerWeek: 6 },
  ownWords: { points: 5, belowSimilarity: 0.7 },
  countedClick: { points: 2, mostPerShare: 20 },
  suggestionApproved: { points: 15 },
  originatorCredit: { part: 0.1, halvesEveryDays: 30 },
};

export const currentRuleSet: RuleSet = first;

export const findRuleSet = (version: number): RuleSet | undefined =>
  [first].find((ruleSet) => ruleSet.version === version);
