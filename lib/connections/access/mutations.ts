import { db } from "#db/client.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan } from "#lib/errors.ts";
import { CannotOpen } from "#lib/key-ring.ts";
import type { Access } from "#lib/networks/account.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import { isSimulated } from "#lib/networks/network-hosts.ts";
import type { AppBlock, NeedsReconnect, RetryAfter, TryLater } from "#lib/networks/outcomes.ts";
import { soon } from "#lib/networks/retry-times.ts";
import { canUseConnection } from "../policy.ts";
import { reasonOf } from "../state.ts";
import type { Pair } from "../tokens/mutations.ts";
import { getHeldConnection, type HeldConnection } from "../tokens/queries.ts";
import { accessOf } from "./opening.ts";
import { refreshOnce } from "./refresh.ts";
import { endConsent, pauseConnection, tellOfAppBlock } from "./standing/mutations.ts";
import { isNearItsEnd, refusalOf, stillHolds } from "./usability.ts";

/** `pair` says which tokens they are, to whoever hears that the network refuses them. */
export type HeldAccess = Access & { pair: Pair };
export type NoAccess = NeedsReconnect | AppBlock | RetryAfter | TryLater;

/**
 * Runs `run` with what is needed to act for a connected account; a token that is near its end is refreshed before, once over
 * all processes. Where there is no access nothing was asked of the network in the member's name, and what has to be told was
 * told. Throws `not_found`, and `forbidden` for another member's account or one whose member is suspended.
 * Never call it inside a transaction: a network takes its time.
 */
export async function withAccess<T>(
  actor: Actor,
  connectionId: string,
  run: (access: HeldAccess) => Promise<T>,
): Promise<T | NoAccess> {
  const access = await openAccess(actor, connectionId);
  return "kind" in access ? access : run(access);
}

/**
 * What it comes to that a network refused the token that `run` was given. Of one that was replaced meanwhile it says nothing. Where
 * another can be asked for, it is, and what was to be done waits for it: only a network that refuses this too has ended the
 * consent. The one place that decides so.
 */
export async function heedRefusal(actor: Actor, pair: Pair, refused: NeedsReconnect): Promise<NoAccess> {
  const held = await getHeldConnection(actor, pair.connectionId);
  if (held.tokens?.version !== pair.version) return soon();
  if (held.status !== "ok") return { kind: "needs_reconnect", reason: reasonOf[held.status] };
  // The next one would allow no more than this one.
  const refresh = refused.reason === "scope" ? null : refreshOf(held);
  const outcome = refresh ? await renew(actor, held, refresh) : await endUnlessRenewed(actor, held, refused);
  return outcome === "look_again" ? soon() : outcome;
}

async function openAccess(actor: Actor, connectionId: string): Promise<HeldAccess | NoAccess> {
  let held = await getHeldConnection(actor, connectionId);
  for (let rounds = 0; rounds < 3; rounds++) {
    assertCan(canUseConnection(actor, held), "This account is somebody else's.");
    assertCan(!held.isSuspended, "The member whose account this is was suspended: nothing is sent for them.");
    const refused = await refuseOrFreshen(actor, held);
    if (refused === "open") return openTokens(actor, held);
    if (refused !== "look_again") return refused;
    held = await getHeldConnection(actor, connectionId);
  }
  return { kind: "try_later" };
}

/** Whether the token that is there may be used, was replaced meanwhile, or why there is none. */
async function refuseOrFreshen(
  actor: Actor,
  held: HeldConnection,
): Promise<"open" | "look_again" | NoAccess> {
  const refusal = refusalOf(standingOf(held), clock.now());
  if (!refusal) return freshen(actor, held);
  return refusal.kind === "needs_reconnect" ? endUnlessRenewed(actor, held, refusal) : refusal;
}

async function freshen(actor: Actor, held: HeldConnection): Promise<"open" | "look_again" | NoAccess> {
  const expiresAt = held.tokens?.expiresAt ?? null;
  const refresh = refreshOf(held);
  if (!refresh) {
    if (expiresAt === null || expiresAt > clock.now()) return "open";
    return endUnlessRenewed(actor, held, { kind: "needs_reconnect", reason: "expired" });
  }
  if (!isNearItsEnd(expiresAt, clock.now())) return "open";

  const outcome = await renew(actor, held, refresh);
  if (outcome === "look_again") return outcome;
  const isPutOff = outcome.kind === "try_later" || outcome.kind === "retry_after";
  // A network that cannot say now has taken nothing away: what is left of the token is good.
  if (isPutOff && stillHolds(expiresAt, clock.now())) return "open";
  if (outcome.kind === "retry_after") await pauseConnection(db, actor, held.id, outcome.at);
  return outcome;
}

const refreshOf = ({ network, tokens }: HeldConnection) =>
  tokens?.refreshToken ? (adapterOf(network)?.refresh ?? null) : null;

/** Asks for the next pair, and notes that there is none to be had. */
async function renew(...given: Parameters<typeof refreshOnce>): Promise<"look_again" | NoAccess> {
  const [actor, held] = given;
  const outcome = await refreshOrSay(...given);
  if (outcome.kind === "settled") return "look_again";
  if (outcome.kind === "needs_reconnect") return endUnlessRenewed(actor, held, outcome);
  if (outcome.kind === "app_blocked") await tellOfAppBlock(db, actor, held.network, outcome);
  return outcome;
}

async function endUnlessRenewed(
  actor: Actor,
  { id, tokens }: HeldConnection,
  refused: NeedsReconnect,
): Promise<NeedsReconnect | "look_again"> {
  const isCurrent = await endConsent(actor, { connectionId: id, version: tokens?.version }, refused.reason);
  return isCurrent ? refused : "look_again";
}

async function refreshOrSay(...given: Parameters<typeof refreshOnce>) {
  try {
    return await refreshOnce(...given);
  } catch (error) {
    if (error instanceof CannotOpen) return cannotOpen(error);
    throw error;
  }
}

async function openTokens(actor: Actor, held: HeldConnection): Promise<HeldAccess | AppBlock> {
  try {
    const { refreshToken: _, ...access } = accessOf(held);
    return access;
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    const block = cannotOpen(error);
    await tellOfAppBlock(db, actor, held.network, block, block.detail);
    return block;
  }
}

/** A key that is missing is the operator's to bring back: nobody is disconnected for it. */
const cannotOpen = ({ message }: CannotOpen): AppBlock => ({
  kind: "app_blocked",
  reason: "credentials",
  detail: `Herald cannot open what it sealed: ${message}`,
});

const standingOf = (held: HeldConnection) => ({
  status: held.status,
  pausedUntil: held.pausedUntil,
  hasTokens: held.tokens !== null,
  isOfAnotherWorld: held.isSimulated !== isSimulated(held.network, held.origin),
});
