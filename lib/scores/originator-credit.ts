import { type Rule, roundPoints } from "./rule.ts";
import type { RuleSet } from "./rule-set.ts";
import { inFigures } from "./wording.ts";

type Inputs = {
  /** What the fact earned for the colleague who shared the story. */
  earned: number;
  earnedBy: "share" | "click";
  /** Whole days from the approval to the fact. */
  daysSinceApproval: number;
  /** The portions of all who are credited, and which of them is the member's. */
  portions: number[];
  own: number;
};

/** A part of what a story earns for others flows back to those it came from; it halves in steps, not by the day. */
export const originatorCredit: Rule<Inputs> = {
  name: "originator_credit",
  points: (ruleSet, credit) => allot(flowOf(ruleSet, credit), credit.portions)[credit.own] ?? 0,
  reason(ruleSet, credit, title) {
    const percent = inFigures(partAfter(ruleSet, credit) * 100);
    const shared = credit.portions.length > 1 ? ", divided among those it came from" : "";
    return `Your idea “${title}”: ${percent} % of ${inFigures(credit.earned)} points for a ${credit.earnedBy}${shared}.`;
  },
};

/** All that flows back for one fact, whoever gets it. */
export const flowOf = (ruleSet: RuleSet, credit: Pick<Inputs, "earned" | "daysSinceApproval">): number =>
  roundPoints(credit.earned * partAfter(ruleSet, credit));

const partAfter = (
  { originatorCredit: rule }: RuleSet,
  { daysSinceApproval }: Pick<Inputs, "daysSinceApproval">,
): number => rule.part / 2 ** Math.floor(daysSinceApproval / rule.halvesEveryDays);

const unitsPerPoint = 10_000;

/**
 * Divides points by portions, to the last ten-thousandth: the parts add up to the whole. What does not divide goes to those
 * who are owed the most of it (largest remainder), and among equals to the first.
 */
export function allot(points: number, portions: readonly number[]): number[] {
  const whole = portions.reduce((sum, portion) => sum + portion, 0);
  if (whole === 0) return portions.map(() => 0);
  const units = Math.round(points * unitsPerPoint);
  const exact = portions.map((portion) => (units * portion) / whole);
  const parts = exact.map(Math.floor);
  const left = units - parts.reduce((sum, part) => sum + part, 0);
  const owed = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((one, other) => other.rest - one.rest || one.index - other.index);
  for (const { index } of owed.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => part / unitsPerPoint);
}
