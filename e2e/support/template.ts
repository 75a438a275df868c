import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Playwright's global set-up: seeds the small demo once, for every worker to start from a copy of. */
export default async function makeTemplate(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "herald-e2e-"));
  process.env.HERALD_E2E_TEMPLATE = folder;
  const seed = ["lib/commands/seed.ts", "--size", "small"];
  await promisify(execFile)(process.execPath, seed, {
    env: { ...process.env, NODE_ENV: "development", DATABASE_URL: "", DATA_DIR: folder, LOG_LEVEL: "warn" },
  });
  return () => rm(folder, { recursive: true });
}
