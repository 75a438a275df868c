import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { networkBlocks } from "#db/schema/attempts.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { requestNetwork } from "#lib/shares/attempts/due/mutations.ts";
import { canManageNetworks } from "../settings/policy.ts";
import type { RetryBlockInput } from "./schemas.ts";

/** Lets one post try at once whether the network takes the app again. It stays blocked until that one went out. */
export async function retryBlock(actor: Actor, { network }: RetryBlockInput): Promise<void> {
  assertCan(canManageNetworks(actor));
  await db.transaction(async (tx) => {
    const [block] = await tx
      .update(networkBlocks)
      .set({ retryAt: clock.now() })
      .where(and(eq(networkBlocks.organizationId, actor.organizationId), eq(networkBlocks.network, network)))
      .returning({ network: networkBlocks.network });
    if (!block) throw new DomainError("not_found", "Nothing holds this network back any more.");
    await audit(tx, actor, "network.retry", actor.organizationId, { network });
  });
  await requestNetwork(actor, network);
}
