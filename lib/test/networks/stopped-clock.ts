import { vi } from "vitest";
import { clock } from "#lib/clock.ts";

export const start = new Date("2026-11-25T09:00:00Z");

/** Until the test ends it is so long after `start`, for Herald and for a simulator whose `now` is `stoppedNow`. */
export const stopClock = (afterMs = 0) =>
  vi.spyOn(clock, "now").mockReturnValue(new Date(start.getTime() + afterMs));

export const stoppedNow = (): number => clock.now().getTime();
