import { expect, test } from "vitest";
import { addDays, dayIn, mondayOf } from "#lib/day.ts";

test.each([
  { timeZone: "UTC", moment: "2026-03-29T23:30:00Z", day: "2026-03-29" },
  { timeZone: "Europe/Berlin", moment: "2026-03-29T23:30:00Z", day: "2026-03-30" },
  { timeZone: "America/Los_Angeles", moment: "2026-01-01T02:00:00Z", day: "2025-12-31" },
  { timeZone: "Asia/Kathmandu", moment: "2026-01-01T18:14:59Z", day: "2026-01-01" },
  { timeZone: "Asia/Kathmandu", moment: "2026-01-01T18:15:00Z", day: "2026-01-02" },
])("$moment is $day in $timeZone", ({ timeZone, moment, day }) =>
  expect(dayIn(timeZone, new Date(moment))).toBe(day),
);

test.each([
  { day: "2026-02-28", count: 1, result: "2026-03-01" },
  { day: "2024-02-28", count: 1, result: "2024-02-29" },
  { day: "2026-01-01", count: -1, result: "2025-12-31" },
  { day: "2026-03-28", count: 2, result: "2026-03-30" },
])("$count days from $day is $result", ({ day, count, result }) => expect(addDays(day, count)).toBe(result));

test.each([
  { day: "2026-11-23", monday: "2026-11-23" },
  { day: "2026-11-29", monday: "2026-11-23" },
  { day: "2027-01-01", monday: "2026-12-28" },
])("the week of $day starts on $monday", ({ day, monday }) => expect(mondayOf(day)).toBe(monday));
