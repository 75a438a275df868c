import { clock } from "#lib/clock.ts";
import type { RetryAfter } from "./outcomes.ts";

const day = 86_400_000;
const minute = 60_000;

/** What waits is not to come back all at once. */
export const jitter = (mostMs: number): number => Math.floor(Math.random() * mostMs);

/** The request never left, or what failed creates nothing: again in a minute or two. */
export const soon = (): RetryAfter => ({ ...after(minute + jitter(minute)), isAway: true });

export const after = (milliseconds: number): RetryAfter => ({
  kind: "retry_after",
  at: new Date(clock.now().getTime() + milliseconds),
});

/** The first minutes of the next day of UTC, when daily quotas begin anew. */
export function nextUtcDay(): RetryAfter {
  const start = Math.floor(clock.now().getTime() / day) * day + day;
  return { kind: "retry_after", at: new Date(start + jitter(10 * minute)) };
}
