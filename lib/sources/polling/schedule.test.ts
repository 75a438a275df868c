import { expect, test } from "vitest";
import { afterFailure, afterSuccess, readRetryAfter } from "./schedule.ts";

const now = new Date("2026-11-23T12:00:00Z");
const minutesUntil = (moment: Date) => (moment.getTime() - now.getTime()) / 60_000;

test("after a success the next poll is a little sooner or later than its rhythm", () => {
  expect(minutesUntil(afterSuccess(now, 60, () => 0))).toBe(57);
  expect(minutesUntil(afterSuccess(now, 60, () => 1))).toBe(63);
});

test.each([
  { failures: 1, everyMinutes: 60, most: 120 },
  { failures: 2, everyMinutes: 60, most: 240 },
  { failures: 5, everyMinutes: 60, most: 1_440 },
  { failures: 5_000, everyMinutes: 15, most: 1_440 },
  { failures: 3, everyMinutes: 10_080, most: 10_080 },
])(
  "the failure $failures of one polled every $everyMinutes minutes waits $most at most",
  ({ most, ...source }) => {
    expect(minutesUntil(afterFailure(now, { ...source, retryAt: null }, () => 1))).toBe(most);
    expect(minutesUntil(afterFailure(now, { ...source, retryAt: null }, () => 0))).toBe(most * 0.75);
  },
);

test("it is never asked sooner than its server wants, nor a week later", () => {
  const at = (retryAt: Date) =>
    minutesUntil(afterFailure(now, { everyMinutes: 15, failures: 1, retryAt }, () => 0));
  expect(at(new Date("2026-11-23T18:00:00Z"))).toBe(360);
  expect(at(new Date("2027-11-23T18:00:00Z"))).toBe(7 * 1_440);
});

test.each([
  { header: "120", is: new Date("2026-11-23T12:02:00Z") },
  { header: "Mon, 23 Nov 2026 13:00:00 GMT", is: new Date("2026-11-23T13:00:00Z") },
  { header: "Mon, 23 Nov 2020 13:00:00 GMT", is: null },
  { header: "-5", is: null },
  { header: "later", is: null },
  { header: null, is: null },
])("Retry-After: $header", ({ header, is }) => {
  expect(readRetryAfter(header, now)).toEqual(is);
});
