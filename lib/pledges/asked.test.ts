import { expect, test } from "vitest";
import { askedOf, keptRate, outcomeOf, paceOf } from "./asked.ts";
import { restsOn } from "./rest-days.ts";

const never = restsOn([], []);
// 2026-03-02 is a Monday.
const weekly = { shares: 2, isWeekly: true, startsOn: "2026-03-02", endsOn: "2026-03-29" };
const inAll = { shares: 10, isWeekly: false, startsOn: "2026-03-02", endsOn: "2026-03-13" };

test.each([
  { name: "four whole weeks", promised: weekly, rests: never, shares: 8, endsOn: "2026-03-29" },
  {
    name: "a week away",
    promised: weekly,
    rests: restsOn([], [{ startsOn: "2026-03-09", endsOn: "2026-03-13" }]),
    shares: 6,
    endsOn: "2026-03-29",
  },
  {
    name: "two holidays, which leave three days",
    promised: weekly,
    rests: restsOn(["2026-03-09", "2026-03-10"], []),
    shares: 8,
    endsOn: "2026-03-29",
  },
  {
    name: "three days away, which leave two",
    promised: weekly,
    rests: restsOn([], [{ startsOn: "2026-03-09", endsOn: "2026-03-11" }]),
    shares: 6,
    endsOn: "2026-03-29",
  },
  {
    name: "a part of a week at its end, Monday and Tuesday",
    promised: { ...weekly, endsOn: "2026-03-31" },
    rests: never,
    shares: 10,
    endsOn: "2026-03-31",
  },
  {
    name: "a weekend of a week at its start, which asks nothing",
    promised: { ...weekly, startsOn: "2026-02-28" },
    rests: never,
    shares: 8,
    endsOn: "2026-03-29",
  },
  { name: "ten in all", promised: inAll, rests: never, shares: 10, endsOn: "2026-03-13" },
  {
    name: "ten in all with two days away, which end two working days later",
    promised: inAll,
    rests: restsOn([], [{ startsOn: "2026-03-05", endsOn: "2026-03-08" }]),
    shares: 10,
    endsOn: "2026-03-17",
  },
  {
    name: "away all the time",
    promised: weekly,
    rests: restsOn([], [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }]),
    shares: 0,
    endsOn: "2026-03-29",
  },
])("$name", ({ promised, rests, shares, endsOn }) => {
  expect(askedOf(promised, rests)).toMatchObject({ shares, endsOn });
});

test.each([
  {
    name: "a weekly one that is ahead waits for its end",
    promised: weekly,
    done: 8,
    today: "2026-03-20",
    is: "open",
  },
  {
    name: "and is kept then, whatever single weeks had",
    promised: weekly,
    done: 8,
    today: "2026-03-30",
    is: "kept",
  },
  { name: "its last day is its own", promised: weekly, done: 7, today: "2026-03-29", is: "open" },
  { name: "one share too few is missed", promised: weekly, done: 7, today: "2026-03-30", is: "missed" },
  {
    name: "one in all is kept as soon as it is reached",
    promised: inAll,
    done: 10,
    today: "2026-03-05",
    is: "kept",
  },
  { name: "or missed at its end", promised: inAll, done: 9, today: "2026-03-14", is: "missed" },
])("$name", ({ promised, done, today, is }) => {
  expect(outcomeOf(promised, askedOf(promised, never), done, today)).toBe(is);
});

test("what rested all the time is neither kept nor missed", () => {
  const away = restsOn([], [{ startsOn: "2026-01-01", endsOn: "2026-12-31" }]);
  expect(outcomeOf(weekly, askedOf(weekly, away), 0, "2026-04-01")).toBe("rested");
});

test("the pace counts weeks that are over, and rests where the promise does", () => {
  expect(paceOf(weekly, askedOf(weekly, never), "2026-03-09")).toBe(2);
  expect(paceOf(weekly, askedOf(weekly, never), "2026-02-01")).toBe(0);
  expect(paceOf(inAll, askedOf(inAll, never), "2026-03-07")).toBe(5);
});

test("the rate is of what was judged, however much it was", () => {
  expect(keptRate([])).toBeNull();
  expect(keptRate(["open", "released"])).toBeNull();
  expect(keptRate(["kept", "kept", "missed", "released", "open"])).toBeCloseTo(2 / 3);
});
