import { expect, test } from "vitest";
import { hoursShown, localTimeAt, placeInWeek, rangeOfWeek, readMonday } from "./week.ts";

const at = (...moments: string[]) => moments.map((moment) => ({ at: moment }));

test("an entry stands where the clock of the zone shows it, on either side of a clock change", () => {
  const entries = at("2026-10-24T07:30Z", "2026-10-25T08:30Z", "2026-10-26T08:30Z");
  const places = placeInWeek(entries, "2026-10-19", "Europe/Amsterdam");
  expect(places.map(({ day, minute }) => localTimeAt(day, minute))).toEqual([
    "2026-10-24T09:30",
    "2026-10-25T09:30",
  ]);
});

test("a week has what its zone's own Monday and Sunday hold", () => {
  const entries = at("2026-11-22T18:20Z", "2026-11-29T18:14Z", "2026-11-29T18:16Z");
  const places = placeInWeek(entries, "2026-11-23", "Asia/Kathmandu");
  expect(places.map(({ entry }) => entry.at)).toEqual(["2026-11-22T18:20Z", "2026-11-29T18:14Z"]);
  const { from, to } = rangeOfWeek("2026-11-23");
  expect([from, to]).toEqual(["2026-11-22T00:00:00.000Z", "2026-12-01T00:00:00.000Z"]);
});

test.each([
  { name: "far apart", times: ["09:00", "10:00"], lanes: ["0/1", "0/1"] },
  { name: "near each other", times: ["09:00", "09:30"], lanes: ["0/2", "1/2"] },
  {
    name: "three in a row share two lanes",
    times: ["09:00", "09:30", "09:58"],
    lanes: ["0/2", "1/2", "0/2"],
  },
  { name: "at the same minute", times: ["09:00", "09:00", "09:00"], lanes: ["0/3", "1/3", "2/3"] },
])("$name", ({ times, lanes }) => {
  const places = placeInWeek(at(...times.map((time) => `2026-11-24T${time}:00Z`)), "2026-11-23", "UTC");
  expect(places.map(({ lane, lanes: most }) => `${lane}/${most}`)).toEqual(lanes);
});

test.each([
  { text: "2026-11-25", monday: "2026-11-23" },
  { text: "2026-02-31", monday: "2026-03-02" },
  { text: undefined, monday: "2026-11-16" },
  { text: "next week", monday: "2026-11-16" },
  { text: ["2026-11-25"], monday: "2026-11-16" },
])("$text is the week of $monday", ({ text, monday }) => {
  expect(readMonday(text, "2026-11-19")).toBe(monday);
});

test.each([
  { minutes: [], hours: { from: 7, to: 20 } },
  { minutes: [9 * 60, 19 * 60 + 59], hours: { from: 7, to: 21 } },
  { minutes: [5 * 60 + 10, 23 * 60 + 50], hours: { from: 5, to: 24 } },
])("$minutes are within $hours", ({ minutes, hours }) => {
  expect(hoursShown(minutes)).toEqual(hours);
});
