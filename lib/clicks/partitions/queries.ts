import { sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Executor } from "#db/client.ts";
import { type Month, monthOfPartition } from "./month.ts";

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
