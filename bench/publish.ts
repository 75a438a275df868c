import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { whenThisEnds } from "#lib/test/child.ts";
import { freePort } from "#lib/test/free-port.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { runLoad } from "#lib/test/publish-load/run.ts";
import { makeDatabases } from "./databases.ts";

const cases = [
  { name: "PGlite, 1 process · clean", isServer: false, workers: 1, faults: 0, kills: 0 },
  { name: "PGlite, 1 process · faulty networks", isServer: false, workers: 1, faults: 0.25, kills: 0 },
  { name: "Postgres, 4 workers · clean", isServer: true, workers: 4, faults: 0, kills: 0 },
  {
    name: "Postgres, 4 workers · faulty networks, 8 kills",
    isServer: true,
    workers: 4,
    faults: 0.25,
    kills: 10,
  },
];

/** How fast what is due at once leaves, against simulated networks, and what becomes of it when networks and workers fail. */
export async function measurePublish() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { shares: { type: "string", default: "1000" }, accounts: { type: "string", default: "125" } },
  });
  const [shareCount, accountCount] = [Number(values.shares), Number(values.accounts)];
  const databases = await makeDatabases();
  try {
    const rows: Record<string, Awaited<ReturnType<typeof measure>>> = {};
    for (const { name, isServer, ...load } of cases)
      rows[`${shareCount} shares · ${name}`] = await measure(
        isServer ? { DATABASE_URL: await databases.create() } : {},
        { ...load, shareCount, accountCount },
      );
    return rows;
  } finally {
    await databases.remove();
  }
}

type Load = { workers: number; faults: number; kills: number; shareCount: number; accountCount: number };

async function measure(database: Record<string, string>, load: Load) {
  const folder = mkdtempSync(join(tmpdir(), "herald-bench-"));
  const removeFolder = whenThisEnds(() => rmSync(folder, { recursive: true, force: true }));
  const simulator = await startSimulator();
  try {
    const settings = { PORT: String(await freePort()), DATA_DIR: folder, ...database };
    const verdict = await runLoad({ settings, simulator, ...load, patienceMs: 300_000 });
    return {
      "posts/s": verdict.postsPerSecond,
      duplicates: verdict.duplicates.length,
      lost: verdict.untrue.length,
      "not settled": verdict.stuck.length,
      published: verdict.published,
      unknown: verdict.unknown,
      failed: verdict.failed,
      "seconds in all": verdict.seconds,
    };
  } finally {
    await simulator.close();
    removeFolder();
  }
}
