import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { test as base } from "./with-networks.ts";

/** Tests whose demo has one share that Herald published to simulated Mastodon, and asked about. */
export const test = base.extend<object, { measured: { shareId: string; dataDir: string } }>({
  measured: [
    async ({ networks }, use) => {
      const dataDir = await mkdtemp(join(tmpdir(), "herald-measured-"));
      await cp(process.env.HERALD_E2E_TEMPLATE ?? "", dataDir, { recursive: true });
      const { stdout } = await promisify(execFile)(process.execPath, ["e2e/support/measured-share.ts"], {
        env: {
          ...process.env,
          ...{ NODE_ENV: "production", HERALD_DEMO: "1", DATABASE_URL: "", DATA_DIR: dataDir },
          ...{ NETWORK_SIMULATOR: networks.origin, LOG_LEVEL: "warn" },
        },
      });
      await use({ shareId: stdout.trim(), dataDir });
      await rm(dataDir, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  serverEnv: [
    async ({ networks, measured }, use) =>
      use({ NETWORK_SIMULATOR: networks.origin, DATA_DIR: measured.dataDir }),
    { scope: "worker" },
  ],
});
