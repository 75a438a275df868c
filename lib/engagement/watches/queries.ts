import { and, eq, lte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { connections } from "#db/schema/connections.ts";
import { engagementWatches } from "#db/schema/engagement.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";

export type Watch = typeof engagementWatches.$inferSelect;
export type WatchedConnection = Pick<
  typeof connections.$inferSelect,
  "id" | "network" | "status" | "grantedScopes" | "pausedUntil"
>;

/** The organizations with shares whose engagement is to be asked for now. */
export async function listOrganizationsToMeasure(): Promise<string[]> {
  const rows = await db
    .selectDistinct({ organizationId: engagementWatches.organizationId })
    .from(engagementWatches)
    .where(lte(engagementWatches.nextAt, clock.now()));
  return rows.map((row) => row.organizationId);
}

/** The connections through which something is to be asked for now, what has waited longest first. */
export async function listConnectionsToMeasure(actor: Actor): Promise<WatchedConnection[]> {
  return db
    .select({
      id: connections.id,
      network: connections.network,
      status: connections.status,
      grantedScopes: connections.grantedScopes,
      pausedUntil: connections.pausedUntil,
    })
    .from(engagementWatches)
    .innerJoin(connections, ofConnection)
    .where(and(eq(engagementWatches.organizationId, actor.organizationId), isDue()))
    .groupBy(connections.organizationId, connections.id)
    .orderBy(sql`min(${engagementWatches.nextAt})`);
}

export const isDue = () => lte(engagementWatches.nextAt, clock.now());

export const ofConnection = and(
  eq(connections.organizationId, engagementWatches.organizationId),
  eq(connections.id, engagementWatches.connectionId),
);

/** The post went out through the account that is connected now: another one's answers would be about other posts. */
export const isOfSameAccount = sql`exists (
  select from ${publishAttempts}, ${connections}
  where ${publishAttempts.organizationId} = ${engagementWatches.organizationId}
    and ${publishAttempts.shareId} = ${engagementWatches.shareId}
    and ${publishAttempts.externalId} = ${engagementWatches.externalId}
    and ${connections.organizationId} = ${engagementWatches.organizationId}
    and ${connections.id} = ${engagementWatches.connectionId}
    and ${connections.subject} = ${publishAttempts.subject}
    and ${connections.origin} = ${publishAttempts.origin})`;
