import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const port = "3399";

/** From an empty folder to the first page: clone, install, build, seed, start. Packages come from npm's cache if they are there. */
export async function measureFreshClone() {
  const folder = mkdtempSync(join(tmpdir(), "herald-fresh-"));
  const startedAt = performance.now();
  execFileSync("git", ["clone", "--quiet", process.cwd(), folder]);
  const demo = spawn("npm", ["run", "demo"], {
    cwd: folder,
    env: { ...process.env, PORT: port },
    stdio: ["ignore", "inherit", "inherit"],
    // npm dies of a signal without passing it on, so the whole group is told to stop.
    detached: true,
  });
  try {
    while (demo.exitCode === null && !(await answers())) await wait(200);
    if (demo.exitCode !== null) throw new Error("npm run demo ended before it served a page");
    return { "fresh clone to first page": { seconds: Math.round((performance.now() - startedAt) / 1000) } };
  } finally {
    if (demo.pid && demo.exitCode === null) process.kill(-demo.pid, "SIGTERM");
    if (demo.exitCode === null) await once(demo, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function answers(): Promise<boolean> {
  // The sign-in page goes by next-auth for a cookie first; a redirect is an answer.
  const page = `http://127.0.0.1:${port}/sign-in`;
  const response = await fetch(page, { redirect: "manual" }).catch(() => null);
  return response !== null && response.status < 400;
}
