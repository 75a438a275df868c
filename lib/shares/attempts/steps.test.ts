import { expect, test } from "vitest";
import { stepsOf } from "./steps.ts";

const failed = {
  state: "failed",
  network: "x",
  reason: "over_cap",
  isTextFixed: false,
  isConnected: true,
  coversPost: false,
  resolveMicros: 0,
} as const;

test("what the month does not cover is posted by hand, and published again once it does", () => {
  expect(stepsOf(failed)).toMatchObject({ byHand: true, publishAgain: false, move: false, edit: false });
  expect(stepsOf({ ...failed, coversPost: true })).toMatchObject({ byHand: false, publishAgain: true });
});

test("what failed for want of a consent is reconnected before it gets another time", () => {
  const over = stepsOf({ ...failed, reason: "needs_reconnect", isConnected: false });
  expect(over).toMatchObject({ reconnect: true, publishAgain: false, byHand: false, move: false });
});
