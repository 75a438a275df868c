import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Executor } from "#db/client.ts";
import { droppedClickMonths } from "#db/schema/clicks.ts";
import { type Month, monthOfPartition, partitionName } from "./month.ts";

const partitions = z.object({ rows: z.array(z.object({ name: z.string() })) });

/** The months that have a partition, earliest first. */
export async function listClickPartitions(on: Executor = db): Promise<Month[]> {
  const { rows } = partitions.parse(
    await on.execute(sql`select relname as name from pg_inherits join pg_class on pg_class.oid = inhrelid
      where inhparent = 'clicks'::regclass`),
  );
  return rows
    .map(({ name }) => monthOfPartition(name))
    .filter((month) => month !== null)
    .sort();
}

/** Whether the month's clicks were dropped, so that it must not have a partition again. */
export async function isDropped(on: Executor, month: Month): Promise<boolean> {
  const dropped = on.select().from(droppedClickMonths).where(eq(droppedClickMonths.month, month));
  return (await dropped).length > 0;
}

/** The months whose roll-ups can be added up again from clicks: those that say something, or have a partition, and were not dropped. */
export async function listVerifiableMonths(on: Executor): Promise<Month[]> {
  const dropped = (await on.select().from(droppedClickMonths)).map(({ month }) => month);
  const { rows } = z.object({ rows: z.array(z.object({ month: z.string() })) }).parse(
    await on.execute(sql`select distinct date_trunc('month', hour at time zone 'UTC')::date::text as month
      from click_hours union select month::text from click_origins`),
  );
  const months = new Set([...(await listClickPartitions(on)), ...rows.map(({ month }) => month)]);
  return [...months].filter((month) => !dropped.includes(month)).sort();
}

/** Whether a click of the month waits for a roll-up or a scorer. */
export async function hasWaitingClicks(on: Executor, month: Month): Promise<boolean> {
  const partition = sql.identifier(partitionName(month));
  const { rows } = z.object({ rows: z.tuple([z.object({ waits: z.boolean() })]) }).parse(
    await on.execute(sql`select exists (select from ${partition} where counted and scored_at is null)
      or exists (select from click_batches join ${partition} as click
        on click.organization_id = click_batches.organization_id and click.batch_id = click_batches.id) as waits`),
  );
  return rows[0].waits;
}
