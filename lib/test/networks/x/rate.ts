import type { Answer, Call } from "../call.ts";
import type { Taken } from "../window.ts";

const noted = new WeakMap<Call, Record<string, string>>();

export function noteRate(call: Call, window: Taken, app: Taken | null): void {
  noted.set(call, { ...named("x-rate-limit", window), ...(app && named("x-app-limit-24hour", app)) });
}

/** Every answer says what is left, refusals too. */
export const withRate = (call: Call, answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...noted.get(call) },
});

const named = (name: string, { limit, remaining, resetsAt }: Taken): Record<string, string> => ({
  [`${name}-limit`]: String(limit),
  [`${name}-remaining`]: String(remaining),
  [`${name}-reset`]: String(Math.ceil(resetsAt / 1000)),
});
