import { expect, test } from "vitest";
import { addDays } from "#lib/day.ts";
import { levelOf } from "./level.ts";
import { streakOf } from "./streak.ts";

const now = "2026-03-30";
/** Weeks ago, of which 0 is the running one. */
const weeks = (...ago: number[]) => new Set(ago.map((count) => addDays(now, -7 * count)));

test.each([
  { name: "nothing yet", shared: weeks(), streak: 0, freezes: 0 },
  { name: "this week", shared: weeks(0), streak: 1, freezes: 0 },
  { name: "a running week without a share breaks nothing", shared: weeks(1, 2), streak: 2, freezes: 0 },
  { name: "a week without a share does", shared: weeks(0, 2, 3), streak: 1, freezes: 0 },
  { name: "four weeks earn a freeze", shared: weeks(1, 2, 3, 4), streak: 4, freezes: 1 },
  { name: "which bridges a week", shared: weeks(0, 2, 3, 4, 5), streak: 5, freezes: 0 },
  { name: "but not two", shared: weeks(0, 3, 4, 5, 6), streak: 1, freezes: 0 },
  {
    name: "two freezes at most are kept",
    shared: weeks(...Array.from({ length: 12 }, (_, at) => at + 1)),
    streak: 12,
    freezes: 2,
  },
])("$name", ({ shared, streak, freezes }) => {
  expect(streakOf(shared, now)).toMatchObject({ weeks: streak, freezes });
});

test("twelve weeks are shown, each with its mark", () => {
  const { marks } = streakOf(weeks(2, 3, 4, 5), now);
  expect(marks).toHaveLength(12);
  expect(marks.slice(-6).map(({ mark }) => mark)).toEqual([
    "shared",
    "shared",
    "shared",
    "shared",
    "frozen",
    "running",
  ]);
});

test.each([
  { points: -5, name: "Newcomer", missing: 55 },
  { points: 0, name: "Newcomer", missing: 50 },
  { points: 50, name: "Contributor", missing: 200 },
  { points: 749.5, name: "Regular", missing: 1 },
  { points: 99_999, name: "Mainstay", missing: undefined },
])("$points points are $name", ({ points, name, missing }) => {
  const level = levelOf(points);
  expect(level.name).toBe(name);
  expect(level.next?.missing).toBe(missing);
});
