import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { connections } from "#db/schema/connections.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan } from "#lib/errors.ts";
import { CannotOpen } from "#lib/key-ring.ts";
import type { Access, AppBlock, NeedsReconnect, RetryAfter, TryLater } from "#lib/networks/adapter.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { isSimulated } from "#lib/networks/network-hosts.ts";
import { notify, notifyAdmins } from "#lib/notices/mutations.ts";
import { canUseConnection } from "../policy.ts";
import { type ConnectionStatus, statusAfter } from "../state.ts";
import { lockTokens } from "../tokens/mutations.ts";
import { getHeldConnection, type HeldConnection } from "../tokens/queries.ts";
import { accessOf } from "./opening.ts";
import { refreshOnce } from "./refresh.ts";
import { isNearItsEnd, refusalOf, stillHolds } from "./usability.ts";

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
  run: (access: Access) => Promise<T>,
): Promise<T | NoAccess> {
  const access = await openAccess(actor, connectionId);
  return "kind" in access ? access : run(access);
}

/** Marks a connection after the network refused it, and tells its member once, however many posts found out. */
export async function markConnection(
  tx: Executor,
  actor: Actor,
  connectionId: string,
  status: Exclude<ConnectionStatus, "ok" | "disconnected">,
): Promise<void> {
  const [ended] = await tx
    .update(connections)
    .set({ status, statusChangedAt: clock.now() })
    .where(and(isConnection(actor, connectionId), eq(connections.status, "ok")))
    .returning();
  if (!ended) return;
  const { memberId, network, connectedAt } = ended;
  await audit(tx, actor, "connection.end", connectionId, { network, status });
  await notify(tx, actor, {
    memberId,
    kind: "connection.ended",
    data: { network, reason: status },
    onceKey: `connection.ended ${connectionId} ${connectedAt.toISOString()}`,
  });
}

/** Nothing is sent through the connection before `until`; a longer pause stays as it is. */
export async function pauseConnection(
  tx: Executor,
  actor: Actor,
  connectionId: string,
  until: Date,
): Promise<void> {
  await tx
    .update(connections)
    .set({ pausedUntil: until })
    .where(
      and(
        isConnection(actor, connectionId),
        or(isNull(connections.pausedUntil), lt(connections.pausedUntil, until)),
      ),
    );
}

/** Tells every admin, once a day for each reason, that a network refuses Herald itself. */
export async function tellOfAppBlock(
  tx: Executor,
  actor: Actor,
  network: NetworkId,
  { reason, detail }: AppBlock,
): Promise<void> {
  const today = clock.now().toISOString().slice(0, 10);
  await notifyAdmins(tx, actor, {
    kind: "network.blocked",
    data: { network, reason, ...(detail && { detail: detail.slice(0, 300) }) },
    onceKey: `network.blocked ${network} ${reason} ${today}`,
  });
}

async function openAccess(actor: Actor, connectionId: string): Promise<Access | NoAccess> {
  let held = await getHeldConnection(actor, connectionId);
  for (let rounds = 0; rounds < 3; rounds++) {
    assertCan(canUseConnection(actor, held), "This account is somebody else's.");
    assertCan(!held.isSuspended, "The member whose account this is was suspended: nothing is sent for them.");
    const refusal = refusalOf(standingOf(held), clock.now());
    if (refusal) return refusal;
    const refused = await freshen(actor, held);
    if (refused === "open") return openTokens(actor, held);
    if (refused !== "look_again") return refused;
    held = await getHeldConnection(actor, connectionId);
  }
  return { kind: "try_later" };
}

/** Whether the token that is there may be used, was replaced meanwhile, or why there is none. */
async function freshen(actor: Actor, held: HeldConnection): Promise<"open" | "look_again" | NoAccess> {
  const expiresAt = held.tokens?.expiresAt ?? null;
  const refresh = held.tokens?.refreshToken ? adapterOf(held.network)?.refresh : null;
  if (!refresh) {
    if (expiresAt === null || expiresAt > clock.now()) return "open";
    return endUnlessRenewed(actor, held, { kind: "needs_reconnect", reason: "expired" });
  }
  if (!isNearItsEnd(expiresAt, clock.now())) return "open";

  const outcome = await refreshOrSay(actor, held, refresh);
  if (outcome.kind === "settled") return "look_again";
  if (outcome.kind === "needs_reconnect") return endUnlessRenewed(actor, held, outcome);
  if (outcome.kind === "app_blocked") await tellOfAppBlock(db, actor, held.network, outcome);
  // A network that cannot say now has taken nothing away: what is left of the token is good.
  else if (stillHolds(expiresAt, clock.now())) return "open";
  if (outcome.kind === "retry_after") await pauseConnection(db, actor, held.id, outcome.at);
  return outcome;
}

/** Only of the pair that the network refused: a newer one is there when the member, or a slower process, was faster. */
async function endUnlessRenewed(
  actor: Actor,
  held: HeldConnection,
  outcome: NeedsReconnect,
): Promise<NeedsReconnect | "look_again"> {
  return db.transaction(async (tx) => {
    if ((await lockTokens(tx, actor, held.id)) !== held.tokens?.version) return "look_again";
    await markConnection(tx, actor, held.id, statusAfter[outcome.reason]);
    return outcome;
  });
}

async function refreshOrSay(...given: Parameters<typeof refreshOnce>) {
  try {
    return await refreshOnce(...given);
  } catch (error) {
    if (error instanceof CannotOpen) return cannotOpen(error);
    throw error;
  }
}

async function openTokens(actor: Actor, held: HeldConnection): Promise<Access | AppBlock> {
  try {
    const { refreshToken: _, ...access } = accessOf(held);
    return access;
  } catch (error) {
    if (!(error instanceof CannotOpen)) throw error;
    const block = cannotOpen(error);
    await tellOfAppBlock(db, actor, held.network, block);
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

const isConnection = ({ organizationId }: Actor, connectionId: string) =>
  and(eq(connections.organizationId, organizationId), eq(connections.id, connectionId));
