import { join } from "node:path";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { type Connection, connection } from "#db/client.ts";

const migrationsFolder = join(process.cwd(), "db/migrations");
// Any number will do, as long as every version of Herald uses the same one.
const lockKey = 4_370_001;

/** Brings the database to this version. Of several starters one migrates and the others wait for it. */
export async function migrateDatabase(target: Connection = connection()): Promise<void> {
  // The lock belongs to a session, so the migrator must run on the connection that took it.
  const client = await target.client.connect();
  try {
    const db = drizzle(client);
    // Waiting for another starter, or rewriting a large table, may take longer than what a page asks for.
    await db.execute(sql`set statement_timeout = 0`);
    await db.execute(sql`select pg_advisory_lock(${lockKey})`);
    try {
      await migrate(db, { migrationsFolder });
    } finally {
      await db.execute(sql`select pg_advisory_unlock(${lockKey})`);
      await db.execute(sql`reset statement_timeout`);
    }
  } finally {
    client.release();
  }
}
