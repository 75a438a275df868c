import { and, eq, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connections, connectionTokens } from "#db/schema/connections.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { tokensOfConnection } from "../tokens/queries.ts";

/** As `consentEnd` says it. */
const endsAt = sql<Date>`case when ${connectionTokens.refreshToken} is null then ${connectionTokens.expiresAt}
  else ${connectionTokens.refreshExpiresAt} end`.mapWith(connectionTokens.expiresAt);

/** The accounts, of every organization, whose consent ends before that moment or has ended. */
export async function listEnding(before: Date) {
  return db
    .select({
      organizationId: connections.organizationId,
      id: connections.id,
      memberId: connections.memberId,
      network: connections.network,
      timeZone: organizations.timeZone,
      version: connectionTokens.version,
      endsAt,
    })
    .from(connections)
    .innerJoin(connectionTokens, tokensOfConnection)
    .innerJoin(organizations, eq(organizations.id, connections.organizationId))
    .where(and(eq(connections.status, "ok"), lte(endsAt, before)));
}

/** The accounts whose pair of tokens has been the same since before that moment, though it could be renewed now. */
export async function listUnused(since: Date, now: Date) {
  return db
    .select({ organizationId: connections.organizationId, id: connections.id })
    .from(connections)
    .innerJoin(connectionTokens, tokensOfConnection)
    .innerJoin(
      members,
      and(eq(members.organizationId, connections.organizationId), eq(members.id, connections.memberId)),
    )
    .where(
      and(
        eq(connections.status, "ok"),
        isNull(members.suspendedAt),
        lte(connectionTokens.expiresAt, now),
        isNotNull(connectionTokens.refreshToken),
        lt(connectionTokens.updatedAt, since),
      ),
    )
    .orderBy(connectionTokens.updatedAt)
    .limit(200);
}
