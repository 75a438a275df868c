import fc from "fast-check";
import { expect, test } from "vitest";
import { bestSlot, spreadHours } from "./best-slot.ts";

// A Wednesday.
const at = (time: string) => new Date(`2026-11-25T${time}Z`);
const zone = "Europe/Amsterdam"; // an hour ahead of UTC in winter

test.each<{
  name: string;
  now: Date;
  taken?: Date[];
  endsAt?: Date;
  timeZone?: string;
  slot: string | null;
}>([
  { name: "with nobody else it is the next quarter of an hour", now: at("08:02"), slot: "2026-11-25T08:15" },
  { name: "ten minutes are left to think again", now: at("08:06"), slot: "2026-11-25T08:30" },
  { name: "in the evening it is the next morning", now: at("18:30"), slot: "2026-11-26T07:00" },
  {
    name: "on Friday evening it is Monday",
    now: new Date("2026-11-27T19:00Z"),
    slot: "2026-11-30T07:00",
  },
  {
    name: "a colleague's post is kept away from",
    now: at("08:02"),
    taken: [at("08:15")],
    slot: "2026-11-25T10:15",
  },
  {
    name: "a gap between two that is wide enough is used",
    now: at("08:02"),
    taken: [at("08:15"), at("12:15")],
    slot: "2026-11-25T10:15",
  },
  {
    name: "a gap that is too small is not",
    now: at("08:02"),
    taken: [at("08:15"), at("12:00")],
    slot: "2026-11-25T14:00",
  },
  {
    name: "one that is out already counts as well",
    now: at("08:02"),
    taken: [at("07:30")],
    slot: "2026-11-25T09:30",
  },
  {
    name: "before a story's end the farthest will do",
    now: at("08:02"),
    taken: [at("08:00")],
    endsAt: at("09:00"),
    slot: "2026-11-25T08:45",
  },
  { name: "a story that ends too soon has none", now: at("08:02"), endsAt: at("08:10"), slot: null },
  {
    name: "the member's own clocks count",
    now: at("08:02"),
    timeZone: "America/New_York",
    slot: "2026-11-25T13:00",
  },
])("$name", ({ now, taken = [], endsAt = null, timeZone = zone, slot }) => {
  const found = bestSlot({ now, taken, endsAt, timeZone });
  expect(found?.toISOString().slice(0, 16) ?? null).toBe(slot);
});

test("colleagues who ask one after the other are all kept apart, for as long as there is room", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.date({ min: at("00:00"), max: at("23:59"), noInvalidDate: true }),
      (count, now) => {
        const taken: Date[] = [];
        for (let each = 0; each < count; each++) {
          const slot = bestSlot({ now, taken, endsAt: null, timeZone: zone });
          if (slot) taken.push(slot);
        }
        const times = taken.map((slot) => slot.getTime()).toSorted((one, other) => one - other);
        for (const [index, time] of times.slice(1).entries())
          expect(time - (times[index] ?? 0)).toBeGreaterThanOrEqual(spreadHours * 3_600_000);
      },
    ),
    { numRuns: 50 },
  );
});
