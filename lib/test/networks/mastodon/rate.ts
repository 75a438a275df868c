import type { Answer, Call } from "../call.ts";
import type { Taken } from "../window.ts";

const noted = new WeakMap<Call, Record<string, string>>();

/** The reset is a time in words, not in seconds. */
export function noteRate(call: Call, { limit, remaining, resetsAt }: Taken): void {
  noted.set(call, {
    "x-ratelimit-limit": String(limit),
    "x-ratelimit-remaining": String(remaining),
    "x-ratelimit-reset": new Date(resetsAt).toISOString().replace("Z", "000Z"),
  });
}

export const withRate = (call: Call, answer: Answer): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...noted.get(call) },
});
