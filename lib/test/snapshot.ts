import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "#db/migrate.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";

/** Vitest's global set-up: migrates one PGlite and leaves its dump for every worker to start from. */
export default async function makeSnapshot(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "herald-test-"));
  const database = openPglite();
  await migrateDatabase(database);
  const dump = await database.dump?.();
  await database.close();
  if (!dump) throw new Error("an embedded database can be dumped");
  process.env.HERALD_TEST_SNAPSHOT = join(folder, "migrated.tar");
  await writeFile(process.env.HERALD_TEST_SNAPSHOT, dump);
  return () => rm(folder, { recursive: true });
}
