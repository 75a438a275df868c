import { expect, test } from "vitest";
import { confirmedShare } from "./confirmed-share.ts";
import { countedClick } from "./counted-click.ts";
import { originatorCredit } from "./originator-credit.ts";
import { ownWords } from "./own-words.ts";
import { currentRuleSet } from "./rule-set.ts";
import { recomputePoints } from "./rules.ts";

const title = "A factory that runs on rain";

test.each([
  { name: "the first of the day earns", day: 0, week: 0, isRepeat: false, points: 10, reason: "Shared" },
  { name: "the second of the day earns", day: 1, week: 5, isRepeat: false, points: 10, reason: "Shared" },
  {
    name: "the third of the day does not",
    day: 2,
    week: 2,
    isRepeat: false,
    points: 0,
    reason: "only two shares a day",
  },
  {
    name: "the seventh of the week does not",
    day: 0,
    week: 6,
    isRepeat: false,
    points: 0,
    reason: "only six shares a week",
  },
  {
    name: "the same story there again does not",
    day: 0,
    week: 0,
    isRepeat: true,
    points: 0,
    reason: "you shared it there before",
  },
])("a confirmed share: $name", ({ day, week, isRepeat, points, reason }) => {
  const inputs = { network: "x" as const, scoredThatDay: day, scoredThatWeek: week, isRepeat };
  expect(confirmedShare.points(currentRuleSet, inputs)).toBe(points);
  expect(confirmedShare.reason(currentRuleSet, inputs, title)).toContain(reason);
  expect(confirmedShare.reason(currentRuleSet, inputs, title)).toContain(`“${title}” on X`);
});

test.each([
  { similarity: 0, points: 5 },
  { similarity: 0.6999, points: 5 },
  { similarity: 0.7, points: 0 },
  { similarity: 1, points: 0 },
])("words of likeness $similarity earn $points", ({ similarity, points }) =>
  expect(ownWords.points(currentRuleSet, { network: "linkedin", similarity })).toBe(points),
);

test.each([
  { earnedBefore: 0, points: 2, reason: "Click on" },
  { earnedBefore: 18, points: 2, reason: "Click on" },
  { earnedBefore: 19, points: 1, reason: "Click on" },
  { earnedBefore: 20, points: 0, reason: "20 points a share at most" },
])("a click on a share whose clicks earned $earnedBefore earns $points", (row) => {
  const inputs = { network: "linkedin" as const, earnedBefore: row.earnedBefore };
  expect(countedClick.points(currentRuleSet, inputs)).toBe(row.points);
  expect(countedClick.reason(currentRuleSet, inputs, title)).toContain(row.reason);
});

test.each([
  { earned: 10, days: 0, points: 1, percent: "10 %" },
  { earned: 10, days: 29, points: 1, percent: "10 %" },
  { earned: 10, days: 30, points: 0.5, percent: "5 %" },
  { earned: 15, days: 59, points: 0.75, percent: "5 %" },
  { earned: 2, days: 60, points: 0.05, percent: "2.5 %" },
  { earned: 2, days: 150, points: 0.0063, percent: "0.3125 %" },
  { earned: 2, days: 3000, points: 0, percent: "0 %" },
])("$days days after approval, $points of $earned flows back", ({ earned, days, points, percent }) => {
  const inputs = { earned, earnedBy: "share" as const, daysSinceApproval: days };
  expect(originatorCredit.points(currentRuleSet, inputs)).toBe(points);
  expect(originatorCredit.reason(currentRuleSet, inputs, title)).toContain(percent);
});

test.each([
  { name: "a rule nobody knows", entry: { rule: "likes", ruleSet: 1, inputs: {} } },
  { name: "a rule set nobody knows", entry: { rule: "suggestion_approved", ruleSet: 99, inputs: {} } },
  { name: "inputs that do not fit", entry: { rule: "own_words", ruleSet: 1, inputs: { similarity: "low" } } },
])("$name cannot be computed again", ({ entry }) => expect(recomputePoints(entry)).toBeNull());
