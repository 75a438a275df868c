import fc from "fast-check";
import { expect, test } from "vitest";
import { clicksOverTime, timeUnit } from "./time-steps.ts";

const now = new Date("2026-11-23T15:20Z");
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);

test.each([
  { days: 0, unit: "hour" },
  { days: 2.9, unit: "hour" },
  { days: 3, unit: "day" },
  { days: 59, unit: "day" },
  { days: 60, unit: "week" },
  { days: 365, unit: "week" },
  { days: 400, unit: "month" },
])("clicks since $days days ago are told by the $unit", ({ days, unit }) =>
  expect(timeUnit(ago(days), now)).toBe(unit),
);

test("hours run without a gap until the one that is not over", () => {
  const hours = [{ hour: new Date("2026-11-23T13:00Z"), clicks: 4 }];
  const span = { from: new Date("2026-11-23T12:40Z"), now, timeZone: "Europe/Amsterdam" };
  expect(clicksOverTime(hours, span)).toEqual({
    unit: "hour",
    steps: [
      { key: "2026-11-23T12:00:00.000Z", name: "Mon 23 Nov, 13:00", mark: "Mon 13:00", clicks: 0 },
      { key: "2026-11-23T13:00:00.000Z", name: "Mon 23 Nov, 14:00", mark: "Mon 14:00", clicks: 4 },
      { key: "2026-11-23T14:00:00.000Z", name: "Mon 23 Nov, 15:00", mark: "Mon 15:00", clicks: 0 },
      { key: "2026-11-23T15:00:00.000Z", name: "Mon 23 Nov, since 16:00", mark: "Mon 16:00", clicks: 0 },
    ],
  });
});

test.each([
  {
    zone: "Europe/Amsterdam",
    at: "2026-10-25T00:30Z",
    names: [
      "Sun 25 Oct, 02:00 (GMT+2)",
      "Sun 25 Oct, 02:00 (GMT+1)",
      "Sun 25 Oct, 03:00",
      "Sun 25 Oct, since 04:00",
    ],
  },
  {
    zone: "Europe/London",
    at: "2026-10-25T00:30Z",
    names: [
      "Sun 25 Oct, 01:00 (GMT+1)",
      "Sun 25 Oct, 01:00 (GMT+0)",
      "Sun 25 Oct, 02:00",
      "Sun 25 Oct, since 03:00",
    ],
  },
  {
    zone: "America/New_York",
    at: "2026-11-01T03:30Z",
    names: [
      "Sat 31 Oct, 23:00",
      "Sun 1 Nov, 00:00",
      "Sun 1 Nov, 01:00 (GMT-4)",
      "Sun 1 Nov, since 01:00 (GMT-5)",
    ],
  },
])("an hour that comes twice in $zone says which of the two it is", ({ zone, at, names }) => {
  const from = new Date(at);
  const span = { from, now: new Date(from.getTime() + 3 * 3_600_000), timeZone: zone };
  const { steps } = clicksOverTime([], span);
  expect(steps.map(({ name }) => name)).toEqual(names);
  expect(new Set(steps.map(({ key }) => key)).size).toBe(4);
});

test("a day is the organization's day", () => {
  const hours = [
    { hour: new Date("2026-11-19T10:00Z"), clicks: 1 },
    { hour: new Date("2026-11-19T11:00Z"), clicks: 2 },
  ];
  const { steps } = clicksOverTime(hours, { from: ago(5), now, timeZone: "Pacific/Auckland" });
  expect(steps.map(({ name, clicks }) => [name, clicks])).toEqual([
    ["Thu 19 Nov", 1],
    ["Fri 20 Nov", 2],
    ["Sat 21 Nov", 0],
    ["Sun 22 Nov", 0],
    ["Mon 23 Nov", 0],
    ["Tue 24 Nov, so far", 0],
  ]);
});

test("weeks begin on their Monday, and months have their year", () => {
  const weeks = clicksOverTime([{ hour: new Date("2026-09-02T10:00Z"), clicks: 1 }], {
    from: new Date("2026-08-28T10:00Z"),
    now,
    timeZone: "UTC",
  });
  expect(weeks.steps.slice(0, 2)).toEqual([
    { key: "2026-08-24", name: "Week of 24 Aug", mark: "24 Aug", clicks: 0 },
    { key: "2026-08-31", name: "Week of 31 Aug", mark: "31 Aug", clicks: 1 },
  ]);
  const months = clicksOverTime([], { from: new Date("2025-10-31T10:00Z"), now, timeZone: "UTC" });
  expect(months.steps).toHaveLength(14);
  expect(months.steps.at(-1)).toMatchObject({ name: "November 2026, so far", mark: "Nov 2026" });
});

test("no click is lost, whenever it came and wherever the organization is", () => {
  const zone = fc.constantFrom("UTC", "Asia/Kathmandu", "Pacific/Auckland", "America/St_Johns");
  const hit = fc.record({ hoursAgo: fc.nat(24 * 900), clicks: fc.integer({ min: 1, max: 9 }) });
  fc.assert(
    fc.property(fc.array(hit), fc.nat(900), zone, (hits, days, timeZone) => {
      const hours = hits.map(({ hoursAgo, clicks }) => ({
        hour: new Date(Math.floor(ago(hoursAgo / 24).getTime() / 3_600_000) * 3_600_000),
        clicks,
      }));
      const { steps } = clicksOverTime(hours, { from: ago(days), now, timeZone });
      const sum = (values: { clicks: number }[]) => values.reduce((total, { clicks }) => total + clicks, 0);
      expect(sum(steps)).toBe(sum(hours));
      expect(steps.length).toBeLessThanOrEqual(73);
    }),
  );
});
