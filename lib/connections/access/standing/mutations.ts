import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db, type Executor, type Transaction } from "#db/client.ts";
import { connections } from "#db/schema/connections.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { AppBlock, NeedsReconnect } from "#lib/networks/outcomes.ts";
import { notify, notifyAdmins } from "#lib/notices/mutations.ts";
import { statusAfter } from "../../state.ts";
import { lockPair } from "../../tokens/mutations.ts";

/**
 * Ends the consent that a pair of tokens stands for (no version: there are none), and tells its member once, however many
 * posts found out. Nothing of a newer pair: the member, or a slower process, was faster.
 * @returns whether that pair is the current one
 */
export async function endConsent(
  actor: Actor,
  pair: { connectionId: string; version: number | undefined },
  reason: NeedsReconnect["reason"],
): Promise<boolean> {
  return db.transaction(async (tx) => {
    if ((await lockPair(tx, actor, pair.connectionId)) !== pair.version) return false;
    await markEnded(tx, actor, pair.connectionId, statusAfter[reason]);
    return true;
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
  { reason }: AppBlock,
  note?: string,
): Promise<void> {
  const today = clock.now().toISOString().slice(0, 10);
  await notifyAdmins(tx, actor, {
    kind: "network.blocked",
    data: { network, reason, note },
    onceKey: `network.blocked ${network} ${reason} ${today}`,
  });
}

async function markEnded(
  tx: Transaction,
  actor: Actor,
  connectionId: string,
  status: (typeof statusAfter)[NeedsReconnect["reason"]],
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

const isConnection = ({ organizationId }: Actor, connectionId: string) =>
  and(eq(connections.organizationId, organizationId), eq(connections.id, connectionId));
