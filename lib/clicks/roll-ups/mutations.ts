import { eq, type SQL, sql } from "drizzle-orm";
import { connection, db, type Executor, type Transaction } from "#db/client.ts";
import { clickBatches, clickHours, clickOrigins, clicks } from "#db/schema/clicks.ts";
import type { SystemActor } from "#lib/auth/actor.ts";
import { inSteps } from "#lib/in-steps.ts";
import { hoursOf, originsOf } from "./queries.ts";

/**
 * Adds the organization's clicks that wait to the roll-ups. May run twice, at once or be killed half-way.
 * @returns false when there are more than one turn has time for
 */
export async function rollUpClicks(actor: SystemActor): Promise<boolean> {
  // An embedded database does one thing at a time, and readers wait for it: it takes few at once.
  const atOnce = connection().kind === "pglite" ? 10 : 1000;
  return inSteps(() => db.transaction((tx) => rollUpBatches(tx, actor, atOnce)), atOnce);
}

/** A batch goes in the transaction that adds its clicks: nobody can see, or roll up, a click twice or not at all. */
export async function rollUpBatches(
  tx: Transaction,
  { organizationId }: SystemActor,
  atOnce: number,
): Promise<number> {
  const taken = await tx
    .select({ id: clickBatches.id, hour: clickBatches.hour })
    .from(clickBatches)
    .where(eq(clickBatches.organizationId, organizationId))
    .orderBy(clickBatches.id)
    .limit(atOnce)
    .for("update", { skipLocked: true });
  if (taken.length === 0) return 0;

  const ids = sql`any(${`{${taken.map(({ id }) => id).join()}}`}::uuid[])`;
  const earliest = new Date(Math.min(...taken.map(({ hour }) => hour.getTime()))).toISOString();
  await addToRollUps(
    tx,
    sql`${clicks.organizationId} = ${organizationId} and ${clicks.batchId} = ${ids} and ${clicks.hour} >= ${earliest}`,
  );
  await tx
    .delete(clickBatches)
    .where(sql`${clickBatches.organizationId} = ${organizationId} and ${clickBatches.id} = ${ids}`);
  return taken.length;
}

/** Adds clicks to both roll-ups. Rows are written in the order of their keys, so that two never wait for each other. */
export async function addToRollUps(tx: Executor, which: SQL): Promise<void> {
  await tx.execute(sql`insert into ${clickHours} as kept
    ${hoursOf(which)} order by organization_id, link_id, hour
    on conflict (organization_id, link_id, hour) do update set
      counted = kept.counted + excluded.counted, repeated = kept.repeated + excluded.repeated,
      own = kept.own + excluded.own, limited = kept.limited + excluded.limited,
      bots = kept.bots + excluded.bots, prefetches = kept.prefetches + excluded.prefetches`);
  await tx.execute(sql`insert into ${clickOrigins} as kept
    ${originsOf(which)} order by 1, 2, 3, 4, 5, 6
    on conflict (organization_id, link_id, month, referrer_host, device, country)
      do update set counted = kept.counted + excluded.counted`);
}
