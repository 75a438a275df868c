import { and, asc, eq, gt, inArray, isNotNull, lte, not, or, type SQL, sql } from "drizzle-orm";
import { db, type Executor, type Transaction } from "#db/client.ts";
import { engagementWatches } from "#db/schema/engagement.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { quietAfterMs } from "../schedule.ts";
import { isDue, isOfSameAccount, type Watch } from "./queries.ts";

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

/** The account is connected again: what went out through it is asked for again, unless it has been quiet for long. */
export async function restartWatches(tx: Executor, actor: Actor, connectionId: string): Promise<void> {
  await tx
    .update(engagementWatches)
    .set({ nextAt: clock.now(), endReason: null })
    .where(
      and(
        isOf(actor, connectionId),
        or(isNotNull(engagementWatches.nextAt), eq(engagementWatches.endReason, "disconnected")),
        gt(engagementWatches.changedAt, new Date(clock.now().getTime() - quietAfterMs)),
        isOfSameAccount,
      ),
    );
}

const claimedForMs = 600_000;

/**
 * Takes up to `limit` of a connection's due watches for ten minutes, so that of two workers one asks, and pays. Those of an
 * account that was there before are over.
 */
export async function claimWatches(actor: Actor, connectionId: string, limit: number): Promise<Watch[]> {
  await endWatches(actor, connectionId, not(isOfSameAccount));
  const due = await db
    .select({ shareId: engagementWatches.shareId })
    .from(engagementWatches)
    .where(and(isOf(actor, connectionId), isDue()))
    .orderBy(asc(engagementWatches.nextAt))
    .limit(limit);
  if (due.length === 0) return [];
  return db
    .update(engagementWatches)
    .set({ nextAt: claimEnd() })
    .where(
      and(
        isOf(actor, connectionId),
        isDue(),
        inArray(
          engagementWatches.shareId,
          due.map(({ shareId }) => shareId),
        ),
      ),
    )
    .returning();
}

/** The member disconnected the account. */
export async function endWatches(actor: Actor, connectionId: string, which?: SQL): Promise<void> {
  await db
    .update(engagementWatches)
    .set({ nextAt: null, endReason: "disconnected" })
    .where(and(isOf(actor, connectionId), isDue(), which));
}

/** Nothing can be asked now: again at `at`, but not for ever. Without ids: of all that are due, or were claimed just now. */
export async function putOffWatches(
  actor: Actor,
  connectionId: string,
  at: Date,
  shareIds?: string[],
): Promise<void> {
  if (shareIds?.length === 0) return;
  const isLeft = gt(engagementWatches.changedAt, new Date(clock.now().getTime() - quietAfterMs));
  await db
    .update(engagementWatches)
    .set({
      nextAt: sql`case when ${isLeft} then ${at.toISOString()}::timestamptz end`,
      endReason: sql`case when ${isLeft} then null else 'quiet' end`,
    })
    .where(
      and(
        isOf(actor, connectionId),
        shareIds ? inArray(engagementWatches.shareId, shareIds) : lte(engagementWatches.nextAt, claimEnd()),
      ),
    );
}

/** After an answer about the post: when it is asked for next, or why never again. */
export async function moveWatch(
  tx: Transaction,
  { organizationId, shareId }: Watch,
  change: Partial<Pick<Watch, "nextAt" | "changedAt" | "misses" | "endReason">>,
): Promise<void> {
  await tx
    .update(engagementWatches)
    .set(change)
    .where(and(eq(engagementWatches.organizationId, organizationId), eq(engagementWatches.shareId, shareId)));
}

const claimEnd = (): Date => new Date(clock.now().getTime() + claimedForMs);

const isOf = ({ organizationId }: Actor, connectionId: string) =>
  and(eq(engagementWatches.organizationId, organizationId), eq(engagementWatches.connectionId, connectionId));
