import { randomInt } from "node:crypto";
import { and, eq, isNull, lte, or, sql } from "drizzle-orm";
import { db, type Executor, type Transaction } from "#db/client.ts";
import { connections, connectionTokens } from "#db/schema/connections.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { Tokens } from "#lib/networks/account.ts";
import { sealPair } from "./sealing.ts";

// Longer than a network is given to answer twice: whoever was killed in between holds nobody up for longer.
const leaseMs = 90_000;

export type Pair = { connectionId: string; version: number };

/**
 * Takes the right to ask for the next pair, alone over all processes, until it is given back, used or too old. A lease and no
 * lock: a transaction that is open while a network thinks holds a connection, and of PGlite's there is one.
 */
export async function takeRefreshLease(actor: Actor, pair: Pair): Promise<boolean> {
  const now = clock.now();
  const isFree = or(isNull(connectionTokens.refreshingUntil), lte(connectionTokens.refreshingUntil, now));
  const taken = await db
    .update(connectionTokens)
    .set({ refreshingUntil: new Date(now.getTime() + leaseMs) })
    .where(and(isPair(actor, pair), isFree))
    .returning({ version: connectionTokens.version });
  return taken.length > 0;
}

export async function giveBackRefreshLease(actor: Actor, pair: Pair): Promise<void> {
  await db.update(connectionTokens).set({ refreshingUntil: null }).where(isPair(actor, pair));
}

/** Keeps a new pair in the place of that one, unless another one is there already. It is used only after this. */
export async function replaceTokens(actor: Actor, pair: Pair, tokens: Tokens): Promise<void> {
  const { organizationId } = actor;
  await db.transaction(async (tx) => {
    if ((await lockPair(tx, actor, pair.connectionId)) !== pair.version) return;
    await tx
      .update(connectionTokens)
      .set({
        ...sealPair(organizationId, pair.connectionId, tokens),
        expiresAt: tokens.expiresAt,
        ...(tokens.refreshExpiresAt && { refreshExpiresAt: tokens.refreshExpiresAt }),
        version: sql`${connectionTokens.version} + 1`,
        refreshingUntil: null,
        updatedAt: clock.now(),
      })
      .where(isPair(actor, pair));
    if (tokens.grantedScopes.length === 0) return;
    await tx
      .update(connections)
      .set({ grantedScopes: tokens.grantedScopes })
      .where(isConnection(actor, pair.connectionId));
  });
}

/** The version of the pair that is there, which stays until the transaction ends: whoever puts another one locks the connection first. */
export async function lockPair(
  tx: Transaction,
  actor: Actor,
  connectionId: string,
): Promise<number | undefined> {
  await tx
    .select({ id: connections.id })
    .from(connections)
    .where(isConnection(actor, connectionId))
    .for("update");
  const [pair] = await tx
    .select({ version: connectionTokens.version })
    .from(connectionTokens)
    .where(
      and(
        eq(connectionTokens.organizationId, actor.organizationId),
        eq(connectionTokens.connectionId, connectionId),
      ),
    );
  return pair?.version;
}

/** Keeps the first pair of a new consent, whatever was there. */
export async function putTokens(
  tx: Executor,
  { organizationId }: Actor,
  connectionId: string,
  tokens: Tokens,
  connectedAt: Date,
): Promise<void> {
  const values = {
    refreshToken: null,
    ...sealPair(organizationId, connectionId, tokens),
    expiresAt: tokens.expiresAt,
    refreshExpiresAt: tokens.refreshExpiresAt,
    refreshingUntil: null,
    updatedAt: connectedAt,
  };
  await tx
    .insert(connectionTokens)
    // Not from one again: whoever still holds the pair of an account that was disconnected is not to take this one for it.
    .values({ organizationId, connectionId, ...values, version: randomInt(1, 2 ** 30) })
    .onConflictDoUpdate({
      target: [connectionTokens.organizationId, connectionTokens.connectionId],
      set: { ...values, version: sql`${connectionTokens.version} + 1` },
    });
}

const isPair = ({ organizationId }: Actor, { connectionId, version }: Pair) =>
  and(
    eq(connectionTokens.organizationId, organizationId),
    eq(connectionTokens.connectionId, connectionId),
    eq(connectionTokens.version, version),
  );

const isConnection = ({ organizationId }: Actor, connectionId: string) =>
  and(eq(connections.organizationId, organizationId), eq(connections.id, connectionId));
