import { and, eq, gt, inArray, isNotNull, isNull, lte, max, min, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { networkBlocks } from "#db/schema/attempts.ts";
import { connections } from "#db/schema/connections.ts";
import { shares } from "#db/schema/shares.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { type PublishJob, sweepAheadMs } from "#lib/jobs/publishing.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import type { NetworkId } from "#lib/networks/network.ts";

type Due = PublishJob & { at: Date };

/** The connections of all organizations with something to publish by now or within the next minute, each with when. */
export async function listDueConnections(): Promise<Due[]> {
  const now = clock.now();
  const rows = await selectDue(new Date(now.getTime() + sweepAheadMs));
  return rows.filter((row) => !isBlocked(row, now)).map(toDue);
}

/** Those of one organization that wait for a network. */
export async function listWaiting({ organizationId }: Actor, network: NetworkId): Promise<Due[]> {
  const ofNetwork = and(eq(shares.organizationId, organizationId), eq(shares.network, network));
  return (await selectDue(clock.now(), ofNetwork)).map(toDue);
}

function selectDue(until: Date, condition?: SQL) {
  return db
    .select({
      organizationId: shares.organizationId,
      connectionId: sql<string>`${shares.connectionId}`,
      network: shares.network,
      dueAt: min(shares.scheduledFor),
      pausedUntil: max(connections.pausedUntil),
      blockedUntil: max(networkBlocks.retryAt),
      blockedSettings: max(networkBlocks.settings),
    })
    .from(shares)
    .innerJoin(
      connections,
      and(eq(connections.organizationId, shares.organizationId), eq(connections.id, shares.connectionId)),
    )
    .leftJoin(
      networkBlocks,
      and(eq(networkBlocks.organizationId, shares.organizationId), eq(networkBlocks.network, shares.network)),
    )
    .where(
      and(
        inArray(shares.state, ["scheduled", "publishing"]),
        isNotNull(shares.connectionId),
        lte(shares.scheduledFor, until),
        or(isNull(connections.pausedUntil), lte(connections.pausedUntil, until)),
        // Whoever holds a lease takes all that is due.
        or(
          isNull(connections.leasedUntil),
          lte(connections.leasedUntil, clock.now()),
          gt(shares.scheduledFor, clock.now()),
        ),
        condition,
      ),
    )
    .groupBy(shares.organizationId, shares.connectionId, shares.network);
}

type Row = Awaited<ReturnType<typeof selectDue>>[number];

/** Under other settings than those that were refused it is tried at once. */
const isBlocked = ({ network, blockedUntil, blockedSettings }: Row, now: Date): boolean =>
  blockedUntil !== null && blockedUntil > now && blockedSettings === adapterOf(network)?.settings();

const toDue = ({ organizationId, connectionId, network, dueAt, pausedUntil }: Row): Due => ({
  organizationId,
  connectionId,
  network,
  at: new Date(Math.max(dueAt?.getTime() ?? 0, pausedUntil?.getTime() ?? 0)),
});
