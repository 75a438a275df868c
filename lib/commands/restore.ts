import "#lib/start-failure.ts";
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { closeDatabase, db } from "#db/client.ts";
import { lockFolder } from "#db/folder-lock.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";
import { env } from "#lib/env.ts";
import { StartError } from "#lib/errors.ts";
import { fileArgument, runPostgresTool } from "./backup-file.ts";

const file = fileArgument("restore");
if (!existsSync(file)) throw new StartError(`${file} does not exist.`);

if (env.DATABASE_URL) await restorePostgres(env.DATABASE_URL);
else await restoreFolder(join(env.DATA_DIR, "pglite"));

// A backup of an older Herald is brought to this version.
await migrateDatabase();
await closeDatabase();
console.log(`The database of ${file} is in place.`);

async function restoreFolder(folder: string): Promise<void> {
  mkdirSync(env.DATA_DIR, { recursive: true, mode: 0o700 });
  const release = lockFolder(folder);
  if (existsSync(folder))
    throw new StartError(`There is a database in ${folder} already. Move that folder away first.`);
  const restored = openPglite({ folder, snapshot: file }, release);
  await restored.client.query("select 1");
  await restored.close();
}

async function restorePostgres(url: string): Promise<void> {
  const { rows } = z
    .object({ rows: z.array(z.unknown()) })
    .parse(await db.execute(sql`select 1 from pg_tables where schemaname = 'public' limit 1`));
  if (rows.length > 0)
    throw new StartError("The database of DATABASE_URL is not empty. Restore into a new one.");
  runPostgresTool("pg_restore", [
    "--no-owner",
    "--exit-on-error",
    "--single-transaction",
    `--dbname=${url}`,
    file,
  ]);
}
