import { db } from "#db/client.ts";
import { networkSettings } from "#db/schema/costs.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canManageNetworks } from "./policy.ts";
import { getNetworkSettings } from "./queries.ts";
import type { NetworkSettings, UpdateNetworkSettingsInput } from "./schemas.ts";

export async function updateNetworkSettings(
  actor: Actor,
  input: UpdateNetworkSettingsInput,
): Promise<NetworkSettings> {
  assertCan(canManageNetworks(actor));
  const { network, postingCap, readingCap, ...switches } = input;
  const decided = { ...switches, postingCapMicros: postingCap, readingCapMicros: readingCap };

  return db.transaction(async (tx) => {
    const before = (await getNetworkSettings(actor, tx))[network];
    await tx
      .insert(networkSettings)
      .values({ organizationId: actor.organizationId, network, ...decided })
      .onConflictDoUpdate({
        target: [networkSettings.organizationId, networkSettings.network],
        set: decided,
      });
    const after = { network, ...decided };
    await audit(tx, actor, "network.update", actor.organizationId, { before, after });
    return after;
  });
}
