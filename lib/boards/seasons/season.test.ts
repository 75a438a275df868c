import { expect, test } from "vitest";
import { closingDay, seasonAround } from "./season.ts";

test.each([
  { day: "2026-11-24", length: 3, name: "Q4 2026", startsOn: "2026-10-01", endsOn: "2026-12-31" },
  { day: "2026-01-01", length: 3, name: "Q1 2026", startsOn: "2026-01-01", endsOn: "2026-03-31" },
  { day: "2028-02-29", length: 1, name: "February 2028", startsOn: "2028-02-01", endsOn: "2028-02-29" },
  { day: "2026-06-30", length: 6, name: "First half of 2026", startsOn: "2026-01-01", endsOn: "2026-06-30" },
  { day: "2026-07-01", length: 6, name: "Second half of 2026", startsOn: "2026-07-01", endsOn: "2026-12-31" },
  { day: "2026-12-31", length: 12, name: "2026", startsOn: "2026-01-01", endsOn: "2026-12-31" },
])("$day in seasons of $length months is in $name", ({ day, length, ...season }) => {
  expect(seasonAround(day, length)).toEqual(season);
});

test.each([
  {
    name: "that was known while it ran",
    endsOn: "2026-09-30",
    knownOn: "2026-07-01",
    closesOn: "2026-10-08",
  },
  { name: "that was known late", endsOn: "2026-09-30", knownOn: "2026-11-24", closesOn: "2026-12-02" },
])("a season $name is closed by itself on $closesOn", ({ endsOn, knownOn, closesOn }) => {
  expect(closingDay(endsOn, knownOn)).toBe(closesOn);
});
