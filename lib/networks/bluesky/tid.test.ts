import { expect, test } from "vitest";
import { newTid } from "./tid.ts";

const now = new Date("2026-11-25T09:00:00Z");

test("a key is a TID", () => {
  expect(newTid(now)).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
});

test("a later one sorts behind, and two of one moment differ", () => {
  expect(newTid(now) < newTid(new Date(now.getTime() + 1))).toBe(true);
  expect(new Set(Array.from({ length: 100 }, () => newTid(now))).size).toBeGreaterThan(98);
});

test("it says when it was made", () => {
  const letters = "234567abcdefghijklmnopqrstuvwxyz";
  const bits = [...newTid(now)].reduce((sum, letter) => sum * 32n + BigInt(letters.indexOf(letter)), 0n);
  expect(Number((bits >> 10n) / 1000n)).toBe(now.getTime());
});
