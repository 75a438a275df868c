import { expect, test } from "vitest";
import { nextMeasurement } from "./schedule.ts";

const hourMs = 3_600_000;
const publishedAt = new Date("2026-11-01T09:20Z");
const after = (hours: number) => new Date(publishedAt.getTime() + hours * hourMs);
const days = (count: number) => 24 * count;
const rare = [24, 72, 168, 720];

test.each([
  { name: "just published: in an hour", age: 0, changed: 0, next: 1 },
  { name: "asked a little late: at the next whole hour of its life", age: 1.4, changed: 0, next: 2 },
  { name: "the worker was away for hours: once, and then hourly again", age: 7.9, changed: 0, next: 8 },
  { name: "hourly on the second day", age: 47, changed: 3, next: 48 },
  { name: "after two days: a day later", age: 48, changed: 47, next: days(3) },
  { name: "daily, whenever it was asked", age: days(5) + 3, changed: days(4), next: days(6) + 3 },
  { name: "thirteen quiet days: still", age: days(20), changed: days(7), next: days(21) },
  { name: "fourteen quiet days: never again", age: days(21), changed: days(7), next: null },
  { name: "never a figure in fourteen days: never again", age: days(14), changed: 0, next: null },
  { name: "old and lively: for as long as it is", age: days(400), changed: days(399), next: days(401) },
  { name: "a clock that is behind", age: -1, changed: -1, next: 1 },
  { name: "by the network's own hours", age: 0, changed: 0, hours: rare, next: 24 },
  { name: "the next of them", age: 24.2, changed: 24.2, hours: rare, next: 72 },
  { name: "one that was missed is not caught up", age: 100, changed: 24, hours: rare, next: 168 },
  { name: "past the last of them daily", age: 720, changed: 720, hours: rare, next: 744 },
  { name: "quiet between two of them", age: 720, changed: 168, hours: rare, next: null },
])("$name", ({ age, changed, hours = null, next }) => {
  const at = nextMeasurement({ publishedAt, changedAt: after(changed), now: after(age), hours });
  expect(at && (at.getTime() - publishedAt.getTime()) / hourMs).toBe(next);
});
