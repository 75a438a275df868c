import fc from "fast-check";
import { expect, test } from "vitest";
import { confirmedShare } from "./confirmed-share.ts";
import { countedClick } from "./counted-click.ts";
import { allot, flowOf, originatorCredit } from "./originator-credit.ts";
import { ownWords } from "./own-words.ts";
import { firstRuleSet, type RuleSet, ruleSetAt, rules } from "./rule-set.ts";
import { withdrawnShare } from "./withdrawn-share.ts";

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
  expect(confirmedShare.points(firstRuleSet, inputs)).toBe(points);
  expect(confirmedShare.reason(firstRuleSet, inputs, title)).toContain(reason);
  expect(confirmedShare.reason(firstRuleSet, inputs, title)).toContain(`“${title}” on X`);
});

test.each([
  { similarity: 0, points: 5 },
  { similarity: 0.6999, points: 5 },
  { similarity: 0.7, points: 0 },
  { similarity: 1, points: 0 },
])("words of likeness $similarity earn $points", ({ similarity, points }) =>
  expect(ownWords.points(firstRuleSet, { network: "linkedin", similarity })).toBe(points),
);

test.each([
  { earnedBefore: 0, points: 2, reason: "Click on" },
  { earnedBefore: 18, points: 2, reason: "Click on" },
  { earnedBefore: 19, points: 1, reason: "Click on" },
  { earnedBefore: 20, points: 0, reason: "20 points a share at most" },
])("a click on a share whose clicks earned $earnedBefore earns $points", (row) => {
  const inputs = { network: "linkedin" as const, earnedBefore: row.earnedBefore, isWithdrawn: false };
  expect(countedClick.points(firstRuleSet, inputs)).toBe(row.points);
  expect(countedClick.reason(firstRuleSet, inputs, title)).toContain(row.reason);
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
  const inputs = { earned, earnedBy: "share" as const, daysSinceApproval: days, portions: [1], own: 0 };
  expect(originatorCredit.points(firstRuleSet, inputs)).toBe(points);
  expect(originatorCredit.reason(firstRuleSet, inputs, title)).toContain(percent);
});

test("a click on a share that was taken back earns nothing, and what it earned goes", () => {
  const click = { network: "linkedin" as const, earnedBefore: 4, isWithdrawn: true };
  expect(countedClick.points(firstRuleSet, click)).toBe(0);
  expect(countedClick.reason(firstRuleSet, click, title)).toContain("taken back");
  const withdrawal = { network: "x" as const, earned: 15.5, isOwn: true };
  expect(withdrawnShare.points(firstRuleSet, withdrawal)).toBe(-15.5);
  expect(withdrawnShare.reason(firstRuleSet, withdrawal, title)).toContain("15.5 points");
});

test("no part of a credit is lost or invented, however it is divided", () => {
  const portions = fc.array(fc.nat(10), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(400), portions, (earned, daysSinceApproval, divided) => {
      const flow = flowOf(firstRuleSet, { earned, daysSinceApproval });
      const parts = allot(flow, divided);
      const units = parts.map((part) => Math.round(part * 10_000));
      const whole = divided.some((portion) => portion > 0) ? Math.round(flow * 10_000) : 0;
      expect(units.reduce((sum, part) => sum + part, 0)).toBe(whole);
      for (const [index, part] of parts.entries()) if (divided[index] === 0) expect(part).toBe(0);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("what happened keeps the rules under which it happened", () => {
  const second: RuleSet = { ...firstRuleSet, version: 2, publishedAt: new Date("2026-03-01T00:00Z") };
  const at = (moment: string) => ruleSetAt([firstRuleSet, second], new Date(moment)).version;
  expect(at("2026-02-28T23:59:59.999Z")).toBe(1);
  expect(at("2026-03-01T00:00Z")).toBe(2);
});

test("points from X are left out of rewards unless somebody says why", () => {
  const { version: _, publishedAt: __, ...first } = firstRuleSet;
  const paid = (xReason: string) => rules.safeParse({ ...first, rewards: { leftOut: [], xReason } });
  expect(paid("").success).toBe(false);
  expect(paid("Legal agreed on 3 May, letter 12.").success).toBe(true);
  expect(rules.safeParse(first).success).toBe(true);
});
