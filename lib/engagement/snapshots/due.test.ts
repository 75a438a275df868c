import { expect, test } from "vitest";
import { isSnapshotDue } from "./due.ts";

const one = (reactions: number | null, hour: number) => ({
  ...{ impressions: null, reactions, comments: 0, reposts: 0 },
  takenAt: new Date(Date.UTC(2026, 10, 1, hour)),
});
const at = (hour: number) => new Date(Date.UTC(2026, 10, 1, hour));

test.each([
  { name: "a change", last: one(3, 1), before: one(3, 0), now: 2, hasChanged: true, isDue: true },
  { name: "the second to say the same", last: one(3, 1), before: null, now: 2, isDue: true },
  { name: "the second of a new figure", last: one(3, 1), before: one(2, 0), now: 2, isDue: true },
  { name: "the third to say the same", last: one(3, 1), before: one(3, 0), now: 2, isDue: false },
  { name: "null after null", last: one(null, 1), before: one(null, 0), now: 2, isDue: false },
  { name: "nought is not null", last: one(0, 1), before: one(null, 0), now: 2, isDue: true },
  { name: "the same for a day", last: one(3, 23), before: one(3, 0), now: 24, isDue: false },
  { name: "the same for more than a day", last: one(3, 24), before: one(3, 0), now: 25, isDue: true },
])("$name", ({ last, before, now, hasChanged = false, isDue }) => {
  expect(isSnapshotDue({ hasChanged, last, before, now: at(now) })).toBe(isDue);
});
