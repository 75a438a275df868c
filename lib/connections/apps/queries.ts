import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connectionRequests, connections, networkApps } from "#db/schema/connections.ts";
import { clock } from "#lib/clock.ts";
import { open, type Place } from "#lib/key-ring.ts";
import type { AppCredentials } from "#lib/networks/account.ts";
import type { NetworkId } from "#lib/networks/network.ts";

/** Herald's registration at one server. It belongs to no organization: every one uses it. */
export type AppKey = { network: NetworkId; origin: string; redirectUri: string };

export const placeOfApp = ({ network, origin, redirectUri }: AppKey): Place => ({
  organizationId: "",
  row: `${network} ${origin} ${redirectUri}`,
  column: "clientSecret",
});

export async function findApp(key: AppKey): Promise<(AppCredentials & { createdAt: Date }) | null> {
  const [app] = await db.select().from(networkApps).where(isApp(key));
  if (!app) return null;
  const { clientId, clientSecret, scopes, createdAt } = app;
  return { clientId, clientSecret: open(clientSecret, placeOfApp(key)), scopes, createdAt };
}

/** The newest registration at a server, under whatever address Herald had then. */
export async function findAppAt(network: NetworkId, origin: string): Promise<AppCredentials | null> {
  const [app] = await db
    .select()
    .from(networkApps)
    .where(and(eq(networkApps.network, network), eq(networkApps.origin, origin)))
    .orderBy(sql`${networkApps.createdAt} desc`)
    .limit(1);
  return app ? findApp(app) : null;
}

/**
 * Servers may forget an app that nobody uses, and say so on their own page only: from there nobody ever comes back. Not one
 * that somebody may just be coming back to.
 */
export async function mayBeForgotten(key: AppKey, createdAt: Date): Promise<boolean> {
  const dayAgo = new Date(clock.now().getTime() - 86_400_000);
  if (createdAt > dayAgo) return false;
  const [used] = await db
    .select({ id: connections.id })
    .from(connections)
    .where(
      and(
        eq(connections.network, key.network),
        eq(connections.origin, key.origin),
        ne(connections.status, "disconnected"),
        gt(connections.connectedAt, createdAt),
      ),
    )
    .limit(1);
  return used === undefined && !(await isAskedFor(key));
}

async function isAskedFor({ network, origin, redirectUri }: AppKey): Promise<boolean> {
  const [asked] = await db
    .select({ id: connectionRequests.id })
    .from(connectionRequests)
    .where(
      and(
        eq(connectionRequests.network, network),
        eq(connectionRequests.origin, origin),
        eq(connectionRequests.redirectUri, redirectUri),
        isNull(connectionRequests.usedAt),
        gt(connectionRequests.expiresAt, clock.now()),
      ),
    )
    .limit(1);
  return asked !== undefined;
}

export const isApp = ({ network, origin, redirectUri }: AppKey) =>
  and(
    eq(networkApps.network, network),
    eq(networkApps.origin, origin),
    eq(networkApps.redirectUri, redirectUri),
  );
