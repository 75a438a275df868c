import { type Answer, type Call, json, Refusal } from "../call.ts";
import { day, hour } from "../clock.ts";
import { type Taken, take } from "../window.ts";
import type { World } from "../world.ts";

const noted = new WeakMap<Call, Record<string, string>>();

/** Create 3, put 2, delete 1, of 5,000 an hour and 35,000 a day. */
export function countPoints(world: World, call: Call, account: string, cost: number): void {
  const { pointsPerHour, pointsPerDay } = world.state.settings.bluesky;
  const { windows } = world.state.bluesky;
  const now = world.now();
  assertWithin(world, call, [
    take(windows, `points:${account}:hour`, { limit: pointsPerHour, ms: hour, cost }, now),
    take(windows, `points:${account}:day`, { limit: pointsPerDay, ms: day, cost }, now),
  ]);
}

/** Refuses when one of the windows is full; the answer's headers speak of the one with least left. */
export function assertWithin(world: World, call: Call, windows: Taken[]): void {
  const refused = windows.find(({ allowed }) => !allowed);
  const [tightest] = windows.toSorted((one, other) => one.remaining - other.remaining);
  const shown = refused ?? tightest;
  if (shown) noted.set(call, headersOf(shown));
  if (!refused) return;
  const retryAfter = String(Math.max(1, Math.ceil((refused.resetsAt - world.now()) / 1000)));
  throw new Refusal(
    json(429, { error: "RateLimitExceeded", message: "Rate Limit Exceeded" }, { "retry-after": retryAfter }),
  );
}

export const withRate = (call: Call, answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...noted.get(call) },
});

const headersOf = ({ limit, remaining, resetsAt, ms }: Taken): Record<string, string> => ({
  "ratelimit-limit": String(limit),
  "ratelimit-remaining": String(remaining),
  "ratelimit-reset": String(Math.ceil(resetsAt / 1000)),
  "ratelimit-policy": `${limit};w=${ms / 1000}`,
});
