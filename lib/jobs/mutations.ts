import { lt, sql } from "drizzle-orm";
import { z } from "zod";
import { connection, db } from "#db/client.ts";
import { sessions, verificationTokens } from "#db/schema/users.ts";
import { clock } from "#lib/clock.ts";

// A session that ended still says for a while which organization its person used last.
const keptSessionMs = 90 * 86_400_000;

/** Deletes mailed links that expired, and sessions that ended 90 days ago. */
export async function deleteOldSignIns(): Promise<void> {
  const now = clock.now();
  await db.delete(verificationTokens).where(lt(verificationTokens.expires, now));
  await db.delete(sessions).where(lt(sessions.expiresAt, new Date(now.getTime() - keptSessionMs)));
}

/**
 * Does what autovacuum does on a server: PGlite has none, so rows that are gone would stay, and the planner would plan for
 * the tables of the first day. A table at a time, for everybody else waits meanwhile.
 */
export async function vacuumEmbeddedDatabase(): Promise<void> {
  if (connection().kind === "postgres") return;
  const { rows } = tables.parse(
    await db.execute(sql`select oid::regclass::text as name, relkind = 'p' as "isPartitioned"
      from pg_class where relkind in ('r', 'p') order by relkind`),
  );
  for (const { name, isPartitioned } of rows)
    await db.execute(sql.raw(isPartitioned ? `analyze ${name}` : `vacuum (analyze) ${name}`));
}

const tables = z.object({ rows: z.array(z.object({ name: z.string(), isPartitioned: z.boolean() })) });
