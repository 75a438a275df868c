import { and, desc, eq, lte } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { engagementSnapshots } from "#db/schema/engagement.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { keptHours } from "#lib/networks/kept-hours.ts";
import type { Figures } from "#lib/networks/measurer.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { isSnapshotDue } from "./due.ts";
import { figureNames } from "./figures.ts";

type Taken = {
  shareId: string;
  network: NetworkId;
  source: string;
  figures: Figures;
  followers: number | null;
};

const hourMs = 3_600_000;

/**
 * Keeps what the network reported just now. While nothing changes there is one row a day, and the last one says when it was
 * last so.
 * @returns whether a figure differs from what was known; what has expired is not known any more
 */
export async function keepSnapshot(tx: Transaction, actor: Actor, taken: Taken): Promise<boolean> {
  const { shareId, network, source, figures, followers } = taken;
  const takenAt = clock.now();
  const hours = keptHours(network);
  const expiresAt = hours === null ? null : new Date(takenAt.getTime() + hours * hourMs);
  const { organizationId } = actor;
  const [last, before] = await tx
    .select()
    .from(engagementSnapshots)
    .where(
      and(
        eq(engagementSnapshots.organizationId, organizationId),
        eq(engagementSnapshots.shareId, shareId),
        eq(engagementSnapshots.source, source),
      ),
    )
    .orderBy(desc(engagementSnapshots.takenAt), desc(engagementSnapshots.id))
    .limit(2);

  const hasChanged = !last || figureNames.some((figure) => last[figure] !== figures[figure]);
  if (last && !isSnapshotDue({ hasChanged, last, before: before ?? null, now: takenAt }))
    await tx
      .update(engagementSnapshots)
      .set({ takenAt, expiresAt })
      .where(
        and(eq(engagementSnapshots.organizationId, organizationId), eq(engagementSnapshots.id, last.id)),
      );
  else
    await tx
      .insert(engagementSnapshots)
      .values({ organizationId, shareId, source, takenAt, expiresAt, ...figures, followers });
  return hasChanged;
}

/** Deletes what the networks' terms do not let us keep any longer. It has not been shown since. */
export async function deleteExpiredSnapshots(): Promise<void> {
  await db.delete(engagementSnapshots).where(lte(engagementSnapshots.expiresAt, clock.now()));
}
