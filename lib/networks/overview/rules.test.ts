import { expect, test } from "vitest";
import { projectMonth } from "./pace.ts";
import { warnOfVersionEnd } from "./version-end.ts";

test.each([
  { name: "new", now: "2026-11-23T12:00Z", says: null },
  { name: "61 days before its year is over", now: "2027-07-02T00:00Z", says: null },
  { name: "60 days before", now: "2027-07-03T00:00Z", says: /until 1 Sep(t)? 2027 at least/ },
  { name: "on its last day", now: "2027-08-31T23:59Z", says: /at least/ },
  { name: "after it", now: "2027-09-01T00:00Z", says: /may be refused any day\. Set LINKEDIN_VERSION/ },
])("a version that is $name", ({ now, says }) => {
  const warning = warnOfVersionEnd({ value: "202609", variable: "LINKEDIN_VERSION" }, new Date(now));
  if (says) expect(warning).toMatch(says);
  else expect(warning).toBeNull();
});

test("a version of December ends in December", () => {
  const warning = warnOfVersionEnd({ value: "202612", variable: "V" }, new Date("2027-11-30T00:00Z"));
  expect(warning).toMatch("1 Dec 2027");
});

test.each([
  { name: "thirty days of shares", shares: 40, days: 400, month: 40, cost: 8_000_000 },
  { name: "an organization of ten days", shares: 4, days: 10, month: 12, cost: 2_400_000 },
  { name: "part of a day more is a day", shares: 4, days: 9.2, month: 12, cost: 2_400_000 },
  {
    name: "one that began an hour ago is not taken for thirty times its day",
    shares: 2,
    days: 0.04,
    month: 9,
    cost: 1_800_000,
  },
  { name: "nobody", shares: 0, days: 0, month: 0, cost: 0 },
])("$name", ({ shares, days, month, cost }) => {
  expect(projectMonth({ shares, days, priceMicros: 200_000 })).toEqual({ shares: month, costMicros: cost });
});
