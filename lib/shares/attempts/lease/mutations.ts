import { and, eq, isNull, lt, or } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { connections } from "#db/schema/connections.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { leaseMs, renewEveryMs } from "../timing.ts";

/** The right to publish through a connection, of one worker at a time. */
export type Lease = { organizationId: string; connectionId: string; id: string };
export type ConnectionRow = typeof connections.$inferSelect;

/**
 * Runs `run` while no other worker publishes through the connection; null when one does. The lease is renewed meanwhile. Who
 * lost it all the same (the process was stopped, the database away) finds out with `holdLease`, in the transaction that counts.
 */
export async function withLease<Result>(
  { organizationId }: Actor,
  connectionId: string,
  run: (lease: Lease) => Promise<Result>,
): Promise<Result | null> {
  const lease: Lease = { organizationId, connectionId, id: newId() };
  if (!(await takeLease(lease))) return null;
  const renewal = setInterval(() => {
    holdLease(db, lease).catch((error: unknown) => log.warn({ err: error }, "a lease was not renewed"));
  }, renewEveryMs);
  try {
    return await run(lease);
  } finally {
    clearInterval(renewal);
    await releaseLease(lease);
  }
}

/** The connection, for whoever still holds its lease, which is renewed; null otherwise. In a transaction nobody takes it before that ends. */
export async function holdLease(executor: Executor, lease: Lease): Promise<ConnectionRow | null> {
  const [held] = await executor
    .update(connections)
    .set({ leasedUntil: end() })
    .where(and(isLeased(lease), eq(connections.leaseId, lease.id)))
    .returning();
  return held ?? null;
}

export async function takeLease(lease: Lease): Promise<boolean> {
  const taken = await db
    .update(connections)
    .set({ leaseId: lease.id, leasedUntil: end() })
    .where(
      and(isLeased(lease), or(isNull(connections.leasedUntil), lt(connections.leasedUntil, clock.now()))),
    )
    .returning({ id: connections.id });
  return taken.length > 0;
}

export async function releaseLease(lease: Lease): Promise<void> {
  await db
    .update(connections)
    .set({ leaseId: null, leasedUntil: null })
    .where(and(isLeased(lease), eq(connections.leaseId, lease.id)));
}

const isLeased = ({ organizationId, connectionId }: Lease) =>
  and(eq(connections.organizationId, organizationId), eq(connections.id, connectionId));

const end = (): Date => new Date(clock.now().getTime() + leaseMs);
