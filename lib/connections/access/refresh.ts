import { setTimeout as wait } from "node:timers/promises";
import type { Actor } from "#lib/auth/actor.ts";
import type { Adapter } from "#lib/networks/adapter.ts";
import type { RefreshOutcome } from "#lib/networks/connector.ts";
import { giveBackRefreshLease, replaceTokens, takeRefreshLease } from "../tokens/mutations.ts";
import { getHeldConnection, type HeldConnection } from "../tokens/queries.ts";
import { accessOf } from "./opening.ts";

const looks = 100;
const lookMs = 200;

/** `settled`: somebody has a new pair, or the connection stands otherwise now; look at it again. */
export type Refreshed = { kind: "settled" } | Exclude<RefreshOutcome, { kind: "refreshed" }>;

/**
 * Gets the next pair of tokens, one request of all processes: the others wait for what comes of it. Networks whose refresh
 * tokens are good once take two requests at a time for theft.
 */
export async function refreshOnce(actor: Actor, held: HeldConnection, refresh: Refresh): Promise<Refreshed> {
  const version = held.tokens?.version;
  if (version === undefined) return { kind: "settled" };
  const pair = { connectionId: held.id, version };
  for (let look = 0; look < looks; look++) {
    if (await takeRefreshLease(actor, pair)) return refreshUnderLease(actor, held, pair, refresh);
    await wait(lookMs);
    const current = await getHeldConnection(actor, held.id);
    if (current.tokens?.version !== version || current.status !== "ok") return { kind: "settled" };
  }
  return { kind: "try_later" };
}

type Refresh = NonNullable<Adapter["refresh"]>;

async function refreshUnderLease(
  actor: Actor,
  held: HeldConnection,
  pair: { connectionId: string; version: number },
  refresh: Refresh,
): Promise<Refreshed> {
  let outcome: RefreshOutcome = { kind: "try_later" };
  try {
    outcome = await refresh(accessOf(held));
  } finally {
    if (outcome.kind !== "refreshed") await giveBackRefreshLease(actor, pair);
  }
  if (outcome.kind !== "refreshed") return outcome;
  await replaceTokens(actor, pair, outcome.tokens);
  return { kind: "settled" };
}
