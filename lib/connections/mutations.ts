import { and, eq, ne } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { connectionRequests, connections, connectionTokens } from "#db/schema/connections.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { restartWatches } from "#lib/engagement/watches/mutations.ts";
import { assertCan } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { isSimulated } from "#lib/networks/network-hosts.ts";
import { settleNotices } from "#lib/notices/mutations.ts";
import { accessOf } from "./access/opening.ts";
import { withPlainNames } from "./account-names.ts";
import { type Consented, sealOther } from "./consent/other-account.ts";
import { canPublishWith } from "./permissions.ts";
import { canUseConnection } from "./policy.ts";
import type { Result } from "./results.ts";
import { revoke } from "./revoke.ts";
import type { DisconnectInput } from "./schemas.ts";
import { putTokens } from "./tokens/mutations.ts";
import { getHeldConnection } from "./tokens/queries.ts";

const choiceMs = 10 * 60_000;

export type KeptResult = Extract<Result, "connected" | "scope_missing" | "other">;
type ConnectionRow = typeof connections.$inferSelect;

/**
 * Keeps the account that a member came back with. An account that was connected before stays the same connection, so that
 * what is scheduled through it goes on; another person's is kept aside, in the request, until the member chooses.
 */
export async function keepAccount(
  actor: MemberActor,
  request: { id: string; network: NetworkId },
  { account, tokens }: Consented,
): Promise<KeptResult> {
  const consented = { account: withPlainNames(account), tokens };
  return db.transaction(async (tx) => {
    const current = await lockOwn(tx, actor, request.network);
    if (!current || !isAnotherPerson(current, consented))
      return putAccount(tx, actor, request.network, consented);
    const other = sealOther(actor.organizationId, request.id, consented);
    const expiresAt = new Date(clock.now().getTime() + choiceMs);
    await tx
      .update(connectionRequests)
      .set({ other, expiresAt })
      .where(
        and(
          eq(connectionRequests.organizationId, actor.organizationId),
          eq(connectionRequests.id, request.id),
        ),
      );
    return "other" as const;
  });
}

/** Puts the account in the place of whichever one was there, under the same id. */
export async function putAccount(
  tx: Transaction,
  actor: MemberActor,
  network: NetworkId,
  { account, tokens }: Consented,
): Promise<KeptResult> {
  const { organizationId, memberId } = actor;
  const now = clock.now();
  const mayPublish = canPublishWith(network, tokens.grantedScopes);
  const values = {
    ...account,
    grantedScopes: tokens.grantedScopes,
    isSimulated: isSimulated(network, account.origin),
    status: mayPublish ? ("ok" as const) : ("scope_missing" as const),
    statusChangedAt: now,
    connectedAt: now,
    pausedUntil: null,
  };
  const [connection] = await tx
    .insert(connections)
    .values({ organizationId, memberId, network, ...values })
    .onConflictDoUpdate({
      target: [connections.organizationId, connections.memberId, connections.network],
      set: values,
    })
    .returning();
  if (!connection) throw new Error("an account was kept and is not there");
  await putTokens(tx, actor, connection.id, tokens, now);
  await restartWatches(tx, actor, connection.id);
  await readOldNotices(tx, actor, network);
  await audit(tx, actor, "connection.connect", connection.id, { network, subject: account.subject });
  return mayPublish ? "connected" : "scope_missing";
}

/** Forgets how to act for the account, and asks the network to do so too. Shares, links and clicks stay. */
export async function disconnect(actor: MemberActor, { connectionId }: DisconnectInput): Promise<void> {
  const held = await getHeldConnection(actor, connectionId);
  assertCan(canUseConnection(actor, held), "Only its member can disconnect an account.");
  const tokens = await db.transaction(async (tx) => {
    const isIt = and(eq(connections.organizationId, actor.organizationId), eq(connections.id, connectionId));
    const [ended] = await tx
      .update(connections)
      .set({ status: "disconnected", statusChangedAt: clock.now(), pausedUntil: null })
      .where(and(isIt, ne(connections.status, "disconnected")))
      .returning({ network: connections.network });
    if (!ended) return null;
    const [last] = await tx
      .delete(connectionTokens)
      .where(
        and(
          eq(connectionTokens.organizationId, actor.organizationId),
          eq(connectionTokens.connectionId, connectionId),
        ),
      )
      .returning();
    await readOldNotices(tx, actor, ended.network);
    await audit(tx, actor, "connection.disconnect", connectionId, { network: ended.network });
    return last ?? null;
  });
  if (tokens) await revoke(held.network, () => accessOf({ ...held, tokens }));
}

async function lockOwn(
  tx: Transaction,
  actor: MemberActor,
  network: NetworkId,
): Promise<ConnectionRow | undefined> {
  const [current] = await tx
    .select()
    .from(connections)
    .where(
      and(
        eq(connections.organizationId, actor.organizationId),
        eq(connections.memberId, actor.memberId),
        eq(connections.network, network),
      ),
    )
    .for("update");
  return current;
}

/** Not of one that its member gave up, nor of a simulated one where the network is the real one now. */
function isAnotherPerson(current: ConnectionRow, { account }: Consented): boolean {
  if (current.status === "disconnected") return false;
  if (current.isSimulated !== isSimulated(current.network, account.origin)) return false;
  return current.subject !== account.subject || current.origin !== account.origin;
}

/** What was told about the connection before is settled. */
const readOldNotices = (tx: Transaction, actor: MemberActor, network: NetworkId): Promise<void> =>
  settleNotices(tx, actor, ["connection.expiring", "connection.ended"], { network });
