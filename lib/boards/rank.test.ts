import { expect, test } from "vitest";
import { rankPoints } from "./rank.ts";

test.each([
  { name: "nobody", points: [], ranks: [] },
  { name: "different points", points: [5, 30, 10], ranks: [3, 1, 2] },
  { name: "a tie takes up the places of both", points: [10, 20, 20, 5], ranks: [3, 1, 1, 4] },
  { name: "all the same", points: [7, 7, 7], ranks: [1, 1, 1] },
  { name: "without points, without rank", points: [0, 3, 0], ranks: [null, 1, null] },
])("$name", ({ points, ranks }) => expect(rankPoints(points)).toEqual(ranks));
