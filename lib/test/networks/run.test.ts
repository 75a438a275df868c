import { once } from "node:events";
import { expect, test } from "vitest";
import { endChild, startChild } from "../child.ts";
import { freePort } from "../free-port.ts";

const run = (...args: string[]) =>
  startChild(process.execPath, ["lib/test/networks/run.ts", ...args], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });

async function said(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (!stream) return "";
  const [text] = await once(stream, "data");
  return String(text).trim();
}

test("it says where it is, and a signal stops it", async () => {
  const port = await freePort();
  const child = run("--port", String(port));
  const origin = await said(child.stdout);
  expect(origin).toBe(`http://127.0.0.1:${port}`);
  expect((await fetch(`${origin}/__sim/posts`)).status).toBe(200);
  await endChild(child);
  expect(child.exitCode).toBe(0);
});

test("it ends with whoever started it", async () => {
  const child = run("--port", "0");
  await said(child.stdout);
  const exited = once(child, "exit");
  child.disconnect();
  expect(await exited).toEqual([0, null]);
});

test("it listens on this machine alone", async () => {
  const child = run("--host", "0.0.0.0");
  expect(await said(child.stderr)).toContain("not 0.0.0.0 but 127.0.0.1");
  if (child.exitCode === null) await once(child, "exit");
  expect(child.exitCode).toBe(1);
});

test("a port that is taken is a sentence", async () => {
  const first = run("--port", "0");
  const { port } = new URL(await said(first.stdout));
  expect(await said(run("--port", port).stderr)).toContain("EADDRINUSE");
  await endChild(first);
});
