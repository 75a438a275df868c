import { expect, test } from "vitest";
import { inSteps, untilDone } from "./in-steps.ts";

test("steps go on until one of them is not full", async () => {
  const found = [5, 5, 5, 2, 5];
  expect(await inSteps(async () => found.shift() ?? 0, 5)).toBe(true);
  expect(found).toEqual([5]);
});

test("a step that fails ends it", async () => {
  await expect(inSteps(() => Promise.reject(new Error("away")), 5)).rejects.toThrow("away");
});

test("with more to do than one turn has time for, it says so, and every turn does something", async () => {
  const found = [5, 5, 5, 2];
  expect(await inSteps(async () => found.shift() ?? 0, 5, 0)).toBe(false);
  expect(found).toEqual([5, 5, 2]);
});

test("turns follow each other until everything is done", async () => {
  const found = [5, 5, 5, 2, 5];
  await untilDone(() => inSteps(async () => found.shift() ?? 0, 5, 0));
  expect(found).toEqual([5]);
});
