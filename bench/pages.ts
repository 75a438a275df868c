import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "#lib/commands/build.mjs";
import { freePort } from "#lib/test/free-port.ts";
import { measureScripts } from "./scripts.ts";
import { medianMilliseconds, signIn, start } from "./server.ts";

const emptyApp = "bench/empty-page";

/** Server time of the main pages on the medium demo, beside an empty Next page in the same run. */
export async function measurePages() {
  await build();
  execFileSync("next", ["build", emptyApp], {
    stdio: "ignore",
    env: { ...process.env, NODE_ENV: "production" },
  });
  const folder = mkdtempSync(join(tmpdir(), "herald-bench-"));
  const emptyPort = String(await freePort());
  const heraldPort = String(await freePort());
  const environment = {
    ...process.env,
    NODE_ENV: "production" as const,
    PORT: heraldPort,
    HOST: "127.0.0.1",
    PUBLIC_URL: "",
    DATABASE_URL: process.env.BENCH_DATABASE_URL ?? "",
    DATA_DIR: folder,
    HERALD_DEMO: "1",
    HERALD_ROLE: "web",
    LOG_LEVEL: "warn",
  };
  execFileSync(process.execPath, ["lib/commands/seed.ts", "--size", "medium"], {
    stdio: "inherit",
    env: environment,
  });

  const empty = await start(
    "next",
    ["start", emptyApp, "--port", emptyPort],
    environment,
    `http://127.0.0.1:${emptyPort}/`,
  );
  const herald = await start(
    process.execPath,
    ["server.ts"],
    environment,
    `http://127.0.0.1:${heraldPort}/readyz`,
  );
  try {
    const cookie = await signIn(herald.origin, "employee@acme.test");
    const emptyMs = await medianMilliseconds(`${empty.origin}/`, "");
    const feedMs = await medianMilliseconds(`${herald.origin}/`, cookie);
    const boardMs = await medianMilliseconds(`${herald.origin}/leaderboard`, cookie);
    const scripts = await measureScripts(herald.origin, cookie);
    return {
      "empty Next page": { milliseconds: emptyMs, ratio: 1 },
      "feed page": { milliseconds: feedMs, ratio: ratio(feedMs, emptyMs), scriptsKilobytes: scripts },
      "leaderboard page": { milliseconds: boardMs, ratio: ratio(boardMs, emptyMs) },
    };
  } finally {
    await Promise.all([empty.stop(), herald.stop()]);
    rmSync(folder, { recursive: true, force: true });
  }
}

const ratio = (milliseconds: number, base: number): number => Math.round((milliseconds / base) * 10) / 10;
