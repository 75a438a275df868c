import { expect, test } from "vitest";
import { endOfLastVisit, record, type SeenTimes } from "./visit.ts";

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const seen = (last: string | null, before: string | null): SeenTimes => ({
  feedSeenAt: last ? at(last) : null,
  feedSeenBeforeAt: before ? at(before) : null,
});

test.each([
  { name: "the first visit has nothing before it", times: seen(null, null), now: "12:00", since: null },
  {
    name: "within a visit, the one before counts",
    times: seen("11:45", "09:00"),
    now: "12:00",
    since: "09:00",
  },
  {
    name: "after 30 minutes a new visit begins",
    times: seen("11:29", "09:00"),
    now: "12:00",
    since: "11:29",
  },
  {
    name: "30 minutes to the second is the same visit",
    times: seen("11:30", "09:00"),
    now: "12:00",
    since: "09:00",
  },
])("$name", ({ times, now, since }) => {
  expect(endOfLastVisit(times, at(now))).toEqual(since ? at(since) : null);
});

test("recording a visit changes nothing about what is new", () => {
  const before = seen("11:29", "09:00");
  const after = record(before, at("12:00"));
  expect(after).toEqual(seen("12:00", "11:29"));
  expect(endOfLastVisit(after ?? before, at("12:00"))).toEqual(endOfLastVisit(before, at("12:00")));
});

test("opening the feed again within minutes writes nothing", () => {
  expect(record(seen("11:56", "09:00"), at("12:00"))).toBeNull();
});
