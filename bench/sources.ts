import { parseArgs } from "node:util";
import { useConnection as openOn } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";
import { soakSources } from "#lib/test/source-soak/soak-sources.ts";

/** Sources on loopback with every fault we know, round after round: none may be lost, no item missing or twice. */
export async function measureSources() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { sources: { type: "string", default: "200" }, rounds: { type: "string", default: "50" } },
  });
  const database = openPglite();
  openOn(database);
  try {
    await migrateDatabase(database);
    const figures = await soakSources({ sources: Number(values.sources), rounds: Number(values.rounds) });
    return [
      {
        ...figures,
        heapMegabytes: figures.heapMegabytes.join(" → "),
        residentMegabytes: figures.residentMegabytes.join(" → "),
      },
    ];
  } finally {
    await database.close();
  }
}
