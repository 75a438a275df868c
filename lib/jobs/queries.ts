import { and, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { clicks } from "#db/schema/clicks.ts";

/** The organizations with counted clicks that nobody scored yet. */
export async function listOrganizationsToScore(): Promise<string[]> {
  const rows = await db
    .selectDistinct({ organizationId: clicks.organizationId })
    .from(clicks)
    .where(and(clicks.counted, isNull(clicks.scoredAt)));
  return rows.map((row) => row.organizationId);
}

/** How late the most overdue waiting job is, in seconds; 0 when none is, or when no worker has made the queue yet. */
export async function oldestOverdueJobSeconds(): Promise<number> {
  const [queue] = rowsOf(await db.execute(sql`select to_regclass('pgboss.job') is not null as exists`));
  if (!queue?.exists) return 0;
  const [overdue] = rowsOf(
    await db.execute(sql`
      select coalesce(extract(epoch from now() - min(start_after)), 0)::int as seconds
      from pgboss.job where state in ('created', 'retry') and start_after < now()`),
  );
  return Number(overdue?.seconds ?? 0);
}

const rowsOf = (result: unknown) => (result as { rows: Record<string, unknown>[] }).rows;
