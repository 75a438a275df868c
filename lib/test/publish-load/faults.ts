import type { Control } from "#lib/test/networks/control.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import type { Load, LoadNetwork } from "./prepare.ts";

const creating: Record<LoadNetwork, string> = {
  linkedin: "/rest/posts",
  x: "/2/tweets",
  bluesky: "^/xrpc/com\\.atproto\\.repo\\.(put|create)Record",
  mastodon: "/api/v1/statuses",
};

/** Told to come back, as each of them says it; LinkedIn says tomorrow. */
const tooMany: Partial<Record<LoadNetwork, () => Effect>> = {
  x: () => refusal({ "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(resetAt() / 1000) }),
  bluesky: () => refusal({ "retry-after": "5" }),
  mastodon: () => refusal({ "x-ratelimit-reset": new Date(resetAt()).toISOString() }),
};

const refusal = (headers: Record<string, string>): Effect => ({
  kind: "status",
  status: 429,
  body: { error: "RateLimitExceeded", title: "Too Many Requests", status: 429 },
  headers,
});
/** Still to come when the fault is met: a reset in the past is not believed. */
const resetAt = (): number => Math.ceil(Date.now() / 1000 + 120) * 1000;

const always: (() => Effect)[] = [
  () => ({ kind: "drop_after" }),
  () => ({ kind: "drop_before" }),
  () => ({ kind: "status", status: 500, processed: true }),
  () => ({ kind: "status", status: 503, processed: false }),
  () => ({ kind: "html_502", processed: true }),
  () => ({ kind: "delay_ms", ms: 1500 }),
  () => ({ kind: "truncate_body" }),
];

/** Makes about that part of the posts meet a fault of any kind: lost answers, 5xx before and after, 429, slowness. */
export async function scriptFaults(simulator: Control, load: Load, part: number): Promise<number> {
  const count = Math.round(load.shares.length * part);
  const told = new Set<string>();
  for (let fault = 0; fault < count; fault++) {
    const { network, account } = pick(load.accounts);
    // Once for each account: the moment it names would be past when the next one is met.
    const limit = told.has(account) ? undefined : tooMany[network];
    const effect = pick(limit ? [...always, limit] : always);
    if (effect === limit) told.add(account);
    const match = { provider: network, method: "POST", path: creating[network], account };
    await simulator.script({ match, effect: effect() });
  }
  return count;
}

const pick = <Value>(values: Value[]): Value => values[Math.floor(Math.random() * values.length)] as Value;
