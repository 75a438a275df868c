import { availableParallelism, tmpdir } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["{app,components,db,lib,extension}/**/*.test.{ts,tsx}", "*.test.ts"],
    env: {
      TZ: "Asia/Kathmandu",
      LOG_LEVEL: "silent",
      PUBLIC_URL: "http://herald.test",
      DATA_DIR: `${tmpdir()}/herald-unit-data`,
      AUTH_SECRET: "a secret for tests that is long enough",
    },
    globalSetup: ["lib/test/snapshot.ts"],
    setupFiles: ["lib/test/console.ts", "lib/test/env.ts", "lib/test/database.ts", "lib/test/request.ts"],
    pool: "forks",
    // A worker keeps its database from file to file; every test makes its own organization.
    isolate: false,
    // Vitest leaves one core free; on two that is half of them.
    maxWorkers: availableParallelism(),
    testTimeout: 20_000,
  },
});
