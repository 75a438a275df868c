import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { openPglite } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";

/** Vitest's global set-up: migrates one PGlite and leaves its dump for every worker to start from. */
export default async function makeSnapshot(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "herald-test-"));
  const client = new PGlite();
  await migrateDatabase(openPglite(client));
  const dump = await client.dumpDataDir("none");
  await client.close();
  process.env.HERALD_TEST_SNAPSHOT = join(folder, "migrated.tar");
  await writeFile(process.env.HERALD_TEST_SNAPSHOT, Buffer.from(await dump.arrayBuffer()));
  return () => rm(folder, { recursive: true });
}
