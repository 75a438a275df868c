import { expect, test } from "vitest";
import { sayAgo, sayDay, sayUntil } from "./calendar.ts";

const now = new Date("2026-11-23T12:00:00Z");

test.each([
  { moment: "2026-11-23T01:00:00Z", timeZone: "UTC", said: "today" },
  { moment: "2026-11-22T23:59:00Z", timeZone: "UTC", said: "yesterday" },
  { moment: "2026-11-22T23:59:00Z", timeZone: "Europe/Berlin", said: "today" },
  { moment: "2026-11-23T05:00:00Z", timeZone: "America/Los_Angeles", said: "yesterday" },
  { moment: "2026-11-17T12:00:00Z", timeZone: "UTC", said: "Tuesday" },
  { moment: "2026-11-16T12:00:00Z", timeZone: "UTC", said: "16 November" },
  { moment: "2025-12-31T12:00:00Z", timeZone: "UTC", said: "31 December 2025" },
  { moment: "2026-11-24T00:00:00Z", timeZone: "UTC", said: "tomorrow" },
  { moment: "2026-11-27T12:00:00Z", timeZone: "UTC", said: "Friday" },
])("$moment in $timeZone is said to be $said", ({ moment, timeZone, said }) => {
  expect(sayDay(new Date(moment), now, timeZone)).toBe(said);
});

test("an end is said with its day", () => {
  expect(sayUntil(new Date("2026-11-27T12:00:00Z"), now, "UTC")).toBe("until Friday");
  expect(sayUntil(new Date("2026-11-23T18:00:00Z"), now, "UTC")).toBe("ends today");
});

test.each([
  { moment: "2026-11-23T11:59:30Z", said: "just now" },
  { moment: "2026-11-23T12:00:20Z", said: "just now" },
  { moment: "2026-11-23T11:59:00Z", said: "1 minute ago" },
  { moment: "2026-11-23T11:40:00Z", said: "20 minutes ago" },
  { moment: "2026-11-23T10:59:00Z", said: "1 hour ago" },
  { moment: "2026-11-22T13:00:00Z", said: "23 hours ago" },
  { moment: "2026-11-22T12:00:00Z", said: "yesterday at 12:00" },
])("$moment was $said", ({ moment, said }) => {
  expect(sayAgo(new Date(moment), now, "UTC")).toBe(said);
});
