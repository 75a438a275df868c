import { expect, test } from "vitest";
import { findAlike } from "#lib/stories/captions/likeness.ts";
import { captionTexts } from "./model.ts";
import { nearIdentical } from "./pairs.ts";
import { simulateGuard, simulateWithout } from "./simulate.ts";

const [employees, seed] = [80, 7];

test("with the guard fewer posts sound alike than when everybody takes the first caption, or one by chance", async () => {
  const guarded = nearIdentical(await simulateGuard(employees, seed));
  const first = nearIdentical(simulateWithout(employees, seed, "first"));
  const random = nearIdentical(simulateWithout(employees, seed, "random"));

  expect(first["72 h"]).toBeGreaterThan(40);
  // Eight captions shared evenly leave one pair in eight of those that start from a caption alike.
  expect(guarded["72 h"]).toBeLessThan(100 / captionTexts.length);
  expect(guarded["72 h"]).toBeLessThan(first["72 h"] / 4);
  expect(guarded.hour).toBeLessThan(random.hour);
}, 60_000);

test("the captions of the simulation differ, so that what is alike comes from sharing them", () => {
  expect(findAlike(captionTexts.map((text) => ({ network: null, text })))).toEqual([]);
});
