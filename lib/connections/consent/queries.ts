import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connectionRequests } from "#db/schema/connections.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { NetworkId } from "#lib/networks/network.ts";

export type ConnectionRequest = typeof connectionRequests.$inferSelect;

/** What somebody in the organization began, whoever it was. Looked at only to say why an answer to it is not taken. */
export async function findRequest(actor: MemberActor, stateHash: string): Promise<ConnectionRequest | null> {
  const [request] = await db
    .select()
    .from(connectionRequests)
    .where(
      and(
        eq(connectionRequests.organizationId, actor.organizationId),
        eq(connectionRequests.stateHash, stateHash),
      ),
    );
  return request ?? null;
}

/** Where the member was when they went to the network; null when that was not they, or not for it. */
export async function findReturn(
  actor: MemberActor,
  requestId: string,
  network: NetworkId,
): Promise<string | null> {
  const [request] = await db
    .select({ returnTo: connectionRequests.returnTo })
    .from(connectionRequests)
    .where(
      and(
        eq(connectionRequests.organizationId, actor.organizationId),
        eq(connectionRequests.memberId, actor.memberId),
        eq(connectionRequests.id, requestId),
        eq(connectionRequests.network, network),
      ),
    );
  return request?.returnTo ?? null;
}
