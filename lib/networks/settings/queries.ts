import { eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { networkSettings } from "#db/schema/costs.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { NetworkId } from "../network.ts";
import { networks } from "../networks.ts";
import type { NetworkSettings } from "./schemas.ts";

/** What holds for every network: an admin's decision, or else the defaults. Nothing is published by hand-only ones. */
export async function getNetworkSettings(
  actor: Actor,
  executor: Executor = db,
): Promise<Record<NetworkId, NetworkSettings>> {
  const rows = await executor
    .select()
    .from(networkSettings)
    .where(eq(networkSettings.organizationId, actor.organizationId));
  const set = new Map(rows.map(({ organizationId: _, ...row }) => [row.network, row]));
  const settings = Object.values(networks).map(({ id }) => [id, set.get(id) ?? defaultsOf(id)]);
  return Object.fromEntries(settings) as Record<NetworkId, NetworkSettings>;
}

function defaultsOf(network: NetworkId): NetworkSettings {
  const { connecting } = networks[network];
  return {
    network,
    publishes: connecting?.publishesByDefault ?? false,
    measures: connecting?.measuresByDefault ?? false,
    postingCapMicros: null,
    readingCapMicros: null,
  };
}
