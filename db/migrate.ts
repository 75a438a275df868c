import { join } from "node:path";
import { sql } from "drizzle-orm";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { migrate as migratePg } from "drizzle-orm/node-postgres/migrator";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator";
import { type Connection, connection } from "#db/client.ts";

const migrationsFolder = join(process.cwd(), "db/migrations");
// Any number will do, as long as every version of Herald uses the same one.
const lockKey = 4_370_001;

/** Brings the database to this version. Of several starters one migrates and the others wait for it. */
export async function migrateDatabase(target: Connection = connection()): Promise<void> {
  if (target.kind === "pglite") return migratePglite(drizzlePglite(target.client), { migrationsFolder });

  // The lock belongs to a session, so the migrator must run on the connection that took it.
  const client = await target.client.connect();
  try {
    const db = drizzlePg(client);
    await db.execute(sql`select pg_advisory_lock(${lockKey})`);
    try {
      await migratePg(db, { migrationsFolder });
    } finally {
      await db.execute(sql`select pg_advisory_unlock(${lockKey})`);
    }
  } finally {
    client.release();
  }
}
