import fc from "fast-check";
import { expect, test } from "vitest";
import { axisTicks, namedPlaces } from "./axis.ts";

test.each([
  { most: 0, ticks: [0, 1] },
  { most: 1, ticks: [0, 1] },
  { most: 2, ticks: [0, 1, 2] },
  { most: 4, ticks: [0, 2, 4] },
  { most: 7, ticks: [0, 5, 10] },
  { most: 31, ticks: [0, 20, 40] },
  { most: 240, ticks: [0, 100, 200, 300] },
])("an axis for $most has the ticks $ticks", ({ most, ticks }) => expect(axisTicks(most)).toEqual(ticks));

test("ticks are whole, and the last one is just not passed", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (most) => {
      const ticks = axisTicks(most);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
      expect(ticks.at(-2)).toBeLessThan(Math.max(most, 1));
      expect(ticks.length).toBeLessThanOrEqual(5);
    }),
  );
});

test.each([
  { count: 0, places: [] },
  { count: 1, places: [0] },
  { count: 7, places: [0, 1, 2, 3, 4, 5, 6] },
  { count: 12, places: [2, 5, 8, 11] },
  { count: 21, places: [0, 5, 10, 15, 20] },
])("of $count places $places are named", ({ count, places }) => expect(namedPlaces(count)).toEqual(places));
