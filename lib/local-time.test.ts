import { expect, test } from "vitest";
import { toLocalTime, toMoment } from "./local-time.ts";

test.each([
  { name: "UTC", local: "2026-11-25T09:00", zone: "UTC", moment: "2026-11-25T09:00:00.000Z" },
  {
    name: "a zone off by a quarter of an hour",
    local: "2026-11-25T09:00",
    zone: "Asia/Kathmandu",
    moment: "2026-11-25T03:15:00.000Z",
  },
  {
    name: "winter in Berlin",
    local: "2026-01-15T09:00",
    zone: "Europe/Berlin",
    moment: "2026-01-15T08:00:00.000Z",
  },
  {
    name: "summer in Berlin",
    local: "2026-07-15T09:00",
    zone: "Europe/Berlin",
    moment: "2026-07-15T07:00:00.000Z",
  },
  {
    name: "just after clocks go forward",
    local: "2026-03-29T03:00",
    zone: "Europe/Berlin",
    moment: "2026-03-29T01:00:00.000Z",
  },
  {
    name: "just before clocks go forward",
    local: "2026-03-29T01:59",
    zone: "Europe/Berlin",
    moment: "2026-03-29T00:59:00.000Z",
  },
  {
    name: "the first of the two 02:30 in autumn",
    local: "2026-10-25T02:30",
    zone: "Europe/Berlin",
    moment: "2026-10-25T00:30:00.000Z",
  },
  {
    name: "west of Greenwich",
    local: "2026-11-25T22:00",
    zone: "America/Los_Angeles",
    moment: "2026-11-26T06:00:00.000Z",
  },
])("$name", ({ local, zone, moment }) => {
  expect(toMoment(local, zone).toISOString()).toBe(moment);
  expect(toLocalTime(new Date(moment), zone)).toBe(local);
});

test("a time in the hour that spring skips becomes the same time by the old offset", () => {
  expect(toMoment("2026-03-29T02:30", "Europe/Berlin").toISOString()).toBe("2026-03-29T01:30:00.000Z");
});
