import { expect, test } from "vitest";
import { inSteps } from "./in-steps.ts";

test("steps go on until one of them is not full", async () => {
  const found = [5, 5, 5, 2, 5];
  await inSteps(async () => found.shift() ?? 0, 5);
  expect(found).toEqual([5]);
});

test("a step that fails ends it", async () => {
  await expect(inSteps(() => Promise.reject(new Error("away")), 5)).rejects.toThrow("away");
});
