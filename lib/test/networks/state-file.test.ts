import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { xTokens } from "./authorize-as.ts";
import { startSimulator } from "./simulator.ts";
import { keepState, readState } from "./state-file.ts";

const folder = mkdtempSync(join(tmpdir(), "herald-networks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("posts and tokens are there after a restart", async () => {
  const path = join(folder, "kept", "networks.json");
  const file = keepState(path);
  const before = await startSimulator({ state: readState(path), onChange: file.change });
  const { access_token: token } = await xTokens(before);
  await ask(before, "POST", "/2/tweets", { token, json: { text: "Hello" } });
  await before.close();
  file.flush();

  const after = await startSimulator({ state: readState(path) });
  expect(await after.posts()).toMatchObject([{ text: "Hello", author: { name: "Alice Ashby" } }]);
  expect((await ask(after, "GET", "/2/users/me", { token })).status).toBe(200);
  await after.close();
});

test("a change is written without being asked, and reading changes nothing", async () => {
  const path = join(folder, "soon.json");
  const file = keepState(path);
  const simulator = await startSimulator({ onChange: file.change });
  await ask(simulator, "GET", "/");
  await simulator.account({ provider: "x", id: "carol" });
  expect(existsSync(path)).toBe(false);
  await expect.poll(() => existsSync(path) && readFileSync(path, "utf8")).toContain('"carol"');
  await simulator.close();
});

test("a file of an earlier version is completed", () => {
  const path = join(folder, "old.json");
  writeFileSync(path, JSON.stringify({ settings: { x: { maxWeighted: 25_000 } }, x: { spent: 3 } }));
  const { settings, x, bluesky } = readState(path);
  expect(settings.x).toMatchObject({ maxWeighted: 25_000, names: "tweet" });
  expect(x).toMatchObject({ spent: 3, posts: {} });
  expect(bluesky.sessions).toEqual({});
});
