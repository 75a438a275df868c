import type { Rules } from "#lib/scores/rule-set.ts";

type Value = { label: string; step: number; read: (rules: Rules) => number; path: string[] };

const value = (label: string, step: number, ...path: string[]): Value => ({
  ...{ label, step, path },
  read: (rules) => {
    let at: unknown = rules;
    for (const key of path) at = (at as Record<string, unknown>)[key];
    return Number(at);
  },
});

/** Every number of the rules, in the form's order. */
export const ruleFields: { title: string; hint: string; values: Value[] }[] = [
  {
    title: "Shares",
    hint: "Limits keep anybody from posting for points.",
    values: [
      value("Points for a share", 0.5, "confirmedShare", "points"),
      value("Scored a day", 1, "confirmedShare", "scoredPerDay"),
      value("Scored a week", 1, "confirmedShare", "scoredPerWeek"),
      value("Points for own words", 0.5, "ownWords", "points"),
      value("Own words are under (0 to 1 alike)", 0.05, "ownWords", "belowSimilarity"),
    ],
  },
  {
    title: "Clicks",
    hint: "What readers do is worth more than posting often.",
    values: [
      value("Points for a counted click", 0.5, "countedClick", "points"),
      value("At most for one share", 1, "countedClick", "mostPerShare"),
    ],
  },
  {
    title: "Ideas",
    hint: "What a story earns for others flows back to those it came from. Portions say who has how much of it.",
    values: [
      value("Points for a suggestion", 1, "suggestionApproved", "points"),
      value("Part that flows back (0 to 0.5)", 0.01, "originatorCredit", "part"),
      value("Halves every so many days", 1, "originatorCredit", "halvesEveryDays"),
      value("Portion of the idea", 1, "originatorCredit", "portions", "idea"),
      value("Portion of the editing", 1, "originatorCredit", "portions", "edits"),
      value("Portion of the caption", 1, "originatorCredit", "portions", "caption"),
    ],
  },
  {
    title: "Promises",
    hint: "A promise that is not kept costs nothing, whatever stands here.",
    values: [
      value("Points for a pledge kept", 1, "pledgeKept", "points"),
      value("Scored a month", 1, "pledgeKept", "scoredPerMonth"),
    ],
  },
];

/** The rules with another value at a path. */
export function withValue(rules: Rules, path: readonly string[], next: number): Rules {
  const [key, ...rest] = path;
  if (key === undefined) return rules;
  const set = (at: Record<string, unknown>, [first = "", ...deeper]: readonly string[]): unknown =>
    deeper.length === 0
      ? { ...at, [first]: next }
      : { ...at, [first]: set(at[first] as Record<string, unknown>, deeper) };
  return set(rules, [key, ...rest]) as Rules;
}
