import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { networkBlocks } from "#db/schema/attempts.ts";
import { connections } from "#db/schema/connections.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { sayMoment } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import { assertCan } from "#lib/errors.ts";
import { adapterOf } from "../adapters.ts";
import { appSetups, missingVariables } from "../app-setup.ts";
import { sayBlock } from "../blocks/sentences.ts";
import type { NetworkId } from "../network.ts";
import { isSimulated } from "../network-hosts.ts";
import { networks } from "../networks.ts";
import { canManageNetworks } from "../settings/policy.ts";
import { getNetworkSettings } from "../settings/queries.ts";
import { connectable } from "../settings/schemas.ts";
import { listNetworkCosts } from "./costs/queries.ts";
import type { NetworkOverview } from "./schemas.ts";
import { warnOfVersionEnd } from "./version-end.ts";

/** For admins: every network that members can connect, how it stands, and what it costs. */
export async function listNetworkOverviews(actor: Actor): Promise<NetworkOverview[]> {
  assertCan(canManageNetworks(actor));
  const [settings, blocks, connected, costs] = await Promise.all([
    getNetworkSettings(actor),
    listBlocks(actor),
    countConnections(actor),
    listNetworkCosts(actor),
  ]);
  return connectable.map((id) => ({
    id,
    name: networks[id].name,
    settings: settings[id],
    ...describeApp(id),
    block: blocks.get(id) ?? null,
    connected: connected.get(id)?.working ?? 0,
    needReconnect: connected.get(id)?.ended ?? 0,
    figuresNote: sayFiguresNote(id),
    costs: costs.get(id) ?? null,
  }));
}

function describeApp(id: NetworkId): Pick<NetworkOverview, "missing" | "note" | "isSimulated" | "version"> {
  const setup = appSetups[id];
  const version = setup?.version?.();
  return {
    missing: missingVariables(id),
    note: setup?.note ?? null,
    isSimulated: isSimulated(id),
    version: version ? { ...version, warning: warnOfVersionEnd(version, clock.now()) } : null,
  };
}

/** Members grant what the app asks for: an app that asks for no figures gets none. */
function sayFiguresNote(id: NetworkId): string | null {
  const adapter = adapterOf(id);
  const app = adapter?.connector.by === "consent" ? adapter.connector.configuredApp() : null;
  if (!adapter || !app || adapter.measurer.canMeasure(app.scopes.split(/\s+/))) return null;
  return `Herald’s app does not ask members of ${networks[id].name} to let it read figures, so it gets none.`;
}

async function listBlocks(actor: Actor): Promise<Map<NetworkId, NetworkOverview["block"]>> {
  const now = clock.now();
  const rows = await db
    .select({
      network: networkBlocks.network,
      reason: networkBlocks.reason,
      detail: networkBlocks.detail,
      blockedAt: networkBlocks.blockedAt,
      retryAt: networkBlocks.retryAt,
      timeZone: organizations.timeZone,
    })
    .from(networkBlocks)
    .innerJoin(organizations, eq(organizations.id, networkBlocks.organizationId))
    .where(eq(networkBlocks.organizationId, actor.organizationId));
  return new Map(
    rows.map(({ network, reason, detail, blockedAt, retryAt, timeZone }) => [
      network,
      {
        sentence: sayBlock(network, reason),
        detail,
        since: sayMoment(blockedAt, now, timeZone),
        retryWhen: sayMoment(retryAt, now, timeZone),
        isDue: retryAt <= now,
      },
    ]),
  );
}

async function countConnections(actor: Actor) {
  const rows = await db
    .select({
      network: connections.network,
      working: sql<number>`count(*) filter (where ${connections.status} = 'ok')`.mapWith(Number),
      ended:
        sql<number>`count(*) filter (where ${connections.status} in ('expired', 'revoked', 'scope_missing'))`.mapWith(
          Number,
        ),
    })
    .from(connections)
    .where(eq(connections.organizationId, actor.organizationId))
    .groupBy(connections.network);
  return new Map(rows.map(({ network, ...counts }) => [network, counts]));
}
