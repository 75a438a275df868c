import { tmpdir } from "node:os";
import { defineConfig } from "vitest/config";

/** What must hold when processes and databases are killed: `npm run crash`. Real servers, one test after the other. */
export default defineConfig({
  test: {
    include: ["e2e/crash/*.crash.ts"],
    env: {
      TZ: "Asia/Kathmandu",
      DATA_DIR: `${tmpdir()}/herald-crash-data`,
      AUTH_SECRET: "a secret for tests that is long enough",
    },
    // Says of each skipped test why.
    reporters: ["verbose"],
    pool: "forks",
    fileParallelism: false,
    testTimeout: 300_000,
    hookTimeout: 60_000,
  },
});
