import { execFileSync } from "node:child_process";
import { freePort } from "#lib/test/free-port.ts";
import { start } from "../server.ts";

const nextApp = "bench/bare-redirect";

export async function startBareNode() {
  const PORT = String(await freePort());
  const env = { ...process.env, PORT, NODE_ENV: "production" } as const;
  return start(process.execPath, ["bench/clicks/bare-node.ts"], env, `http://127.0.0.1:${PORT}/`);
}

export async function startBareNext() {
  const env = { ...process.env, NODE_ENV: "production" } as const;
  execFileSync("next", ["build", nextApp], { stdio: "ignore", env, timeout: 300_000 });
  const port = String(await freePort());
  return start("next", ["start", nextApp, "--port", port], env, `http://127.0.0.1:${port}/s/bench`);
}
