import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connections, connectionTokens } from "#db/schema/connections.ts";
import { members } from "#db/schema/members.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";

export const tokensOfConnection = and(
  eq(connectionTokens.organizationId, connections.organizationId),
  eq(connectionTokens.connectionId, connections.id),
);

/** A connection with its sealed tokens; without any once it is disconnected. Never leaves lib/connections. */
export type HeldConnection = Awaited<ReturnType<typeof getHeldConnection>>;

export async function getHeldConnection(actor: Actor, connectionId: string) {
  const [held] = await db
    .select({ connection: connections, tokens: connectionTokens, suspendedAt: members.suspendedAt })
    .from(connections)
    .innerJoin(
      members,
      and(eq(members.organizationId, connections.organizationId), eq(members.id, connections.memberId)),
    )
    .leftJoin(connectionTokens, tokensOfConnection)
    .where(and(eq(connections.organizationId, actor.organizationId), eq(connections.id, connectionId)));
  if (!held) throw new DomainError("not_found", "We could not find that account.");
  return { ...held.connection, tokens: held.tokens, isSuspended: held.suspendedAt !== null };
}
