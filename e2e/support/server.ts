import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "#lib/test/free-port.ts";

export type HeraldServer = {
  url: string;
  /** Where its embedded database is. */
  dataDir: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output: () => string;
};

/** Starts the production build on a free port, with its own copy of the demo. */
export async function startServer(extra: Record<string, string>): Promise<HeraldServer> {
  const template = process.env.HERALD_E2E_TEMPLATE;
  if (!template) throw new Error("e2e/support/template.ts makes the template before the tests start");
  const dataDir = await mkdtemp(join(tmpdir(), "herald-e2e-"));
  await cp(template, dataDir, { recursive: true });
  const port = await freePort();
  const child = spawn(process.execPath, ["server.ts"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORT: String(port),
      HOST: "127.0.0.1",
      PUBLIC_URL: "",
      DATABASE_URL: "",
      DATA_DIR: dataDir,
      HERALD_DEMO: "1",
      LOG_LEVEL: "warn",
      ...extra,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const server = { url: `http://127.0.0.1:${port}`, dataDir, process: child, output: () => output };
  await whenReady(server);
  return server;
}

export async function stopServer({ process: child, dataDir }: HeraldServer): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, "exit");
    child.kill("SIGTERM");
    await exited;
  }
  await rm(dataDir, { recursive: true, force: true });
}

async function whenReady(server: HeraldServer): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline && server.process.exitCode === null) {
    const response = await fetch(`${server.url}/readyz`).catch(() => null);
    if (response?.ok) return;
    await wait(100);
  }
  server.process.kill("SIGKILL");
  throw new Error(`Herald did not become ready. It said:\n${server.output()}`);
}
