import { expect, test } from "vitest";
import { addMonths, daysOfMonth, sayMonth } from "./month.ts";

test.each([
  { day: "2026-11-23", first: "2026-10-26", last: "2026-12-06", weeks: 6 },
  { day: "2027-02-14", first: "2027-02-01", last: "2027-02-28", weeks: 4 },
  { day: "2026-03-29", first: "2026-02-23", last: "2026-04-05", weeks: 6 },
])("the month of $day is shown from $first to $last", ({ day, first, last, weeks }) => {
  const days = daysOfMonth(day);
  expect([days[0], days.at(-1), days.length / 7]).toEqual([first, last, weeks]);
});

test("months are counted from their first day, so that none is left out after a long one", () => {
  expect([addMonths("2026-01-31", 1), addMonths("2026-01-31", -1)]).toEqual(["2026-02-01", "2025-12-01"]);
  expect(sayMonth("2026-11-23")).toBe("November 2026");
});
