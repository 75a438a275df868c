import type { Transaction } from "#db/client.ts";
import { engagementWatches } from "#db/schema/engagement.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { NetworkId } from "#lib/networks/network.ts";

export type PublishedShare = {
  shareId: string;
  network: NetworkId;
  connectionId: string;
  /** What the network calls the post. */
  externalId: string;
  publishedAt: Date;
};

/**
 * Has a published share's engagement asked for from now on, at growing distances. Whether the network is asked at all is an
 * admin's decision, and may be made later. Call it in the transaction that says it is published; twice is harmless.
 */
export async function startWatch(tx: Transaction, actor: Actor, published: PublishedShare): Promise<void> {
  const { publishedAt, ...post } = published;
  await tx
    .insert(engagementWatches)
    .values({
      ...post,
      organizationId: actor.organizationId,
      startedAt: publishedAt,
      changedAt: publishedAt,
      // At once: how many follow the account is asked at the time of the share.
      nextAt: clock.now(),
    })
    .onConflictDoNothing();
}
