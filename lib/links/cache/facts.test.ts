import { expect, test, vi } from "vitest";
import type { Changes } from "./changes.ts";
import { openFactCache } from "./facts.ts";

type Fact = { organizationId: string; says: string };

/** A cache over a database, a listener and a clock that the test decides on. */
function makeCache() {
  const world = {
    time: 0,
    hearing: true,
    connected: true,
    heard: 0,
    deafAt: 0,
    changedAt: new Map<string, number>(),
    says: "first",
  };
  const toldOfSince = (organizationId: string, earlier: number) =>
    (world.changedAt.get(organizationId) ?? 0) > earlier;
  const changes: Changes = {
    heard: () => world.heard,
    heardOfSince: (organizationId, earlier) => world.deafAt > earlier || toldOfSince(organizationId, earlier),
    toldOfSince,
    isHearing: () => world.hearing,
    isConnected: () => world.connected,
  };
  const find = vi.fn(
    async (codes: string[]): Promise<Map<string, Fact>> =>
      new Map(
        codes
          .filter((code) => !code.startsWith("unknown"))
          .map((code) => [code, { organizationId: "acme", says: world.says }]),
      ),
  );
  const cache = openFactCache({ find, changes, size: 10, now: () => world.time });
  const change = (organizationId: string) => world.changedAt.set(organizationId, ++world.heard);
  const loseConnection = () => Object.assign(world, { hearing: false, connected: false });
  return { world, find, cache, change, loseConnection };
}

test("what was looked up is at hand for half a minute", async () => {
  const { world, find, cache } = makeCache();
  expect(cache.peek("a")).toBeUndefined();
  expect(await cache.get("a")).toMatchObject({ says: "first" });
  world.says = "second";
  world.time = 29_999;
  expect(cache.peek("a")).toMatchObject({ says: "first" });
  world.time = 30_000;
  expect(cache.peek("a")).toBeUndefined();
  expect(await cache.get("a")).toMatchObject({ says: "second" });
  expect(find).toHaveBeenCalledTimes(2);
});

test("while changes would not be heard of, it is trusted for a second", async () => {
  const { world, cache } = makeCache();
  await cache.get("a");
  world.time = 1500;
  expect(cache.peek("a")).toBeDefined();
  world.hearing = false;
  expect(cache.peek("a")).toBeUndefined();
});

test("a change that is heard of ends the trust in its organization's links, and in no others", async () => {
  const { cache, change } = makeCache();
  await cache.get("a");
  change("globex");
  expect(cache.peek("a")).toBeDefined();
  change("acme");
  expect(cache.peek("a")).toBeUndefined();
  await cache.get("a");
  expect(cache.peek("a")).toBeDefined();
});

test("a change that is heard of while a lookup runs is looked up again", async () => {
  const { find, cache, change } = makeCache();
  find.mockImplementationOnce(async () => {
    change("acme");
    return new Map([["a", { organizationId: "acme", says: "stale" }]]);
  });
  await cache.get("a");
  expect(cache.peek("a")).toBeUndefined();
  expect(await cache.get("a")).toMatchObject({ says: "first" });
});

test("while the database is away, what is known goes on and what is not fails; then all is well again", async () => {
  const { world, find, cache, change, loseConnection } = makeCache();
  await cache.get("a");
  change("acme");
  loseConnection();
  world.says = "second";
  find.mockRejectedValue(new Error("no database"));
  expect(await cache.get("a")).toMatchObject({ says: "first" });
  // From here on nobody waits for an answer that will not come.
  expect(cache.peek("a")).toMatchObject({ says: "first" });
  await expect(cache.get("b")).rejects.toThrow("no database");

  find.mockReset().mockResolvedValue(new Map([["a", { organizationId: "acme", says: "second" }]]));
  world.time += 250;
  cache.peek("a");
  await vi.waitFor(() => expect(cache.peek("a")).toMatchObject({ says: "second" }));
});

test("a database that hangs holds a reader of a known link up once, and for a second", async () => {
  const { world, find, cache } = makeCache();
  await cache.get("a");
  world.deafAt = ++world.heard;
  find.mockReturnValue(new Promise(() => {}));
  expect(await cache.get("a")).toMatchObject({ says: "first" });
  expect(cache.peek("a")).toMatchObject({ says: "first" });
});

test("what we were told has changed is not used while we are connected, however slow lookups are", async () => {
  const { world, find, cache, change, loseConnection } = makeCache();
  await cache.get("a");
  change("acme");
  world.says = "second";
  find.mockReturnValueOnce(new Promise(() => {}));
  await expect(cache.get("a")).rejects.toMatchObject({ code: "unavailable" });
  expect(cache.peek("a")).toBeUndefined();
  // Beats wait for the same connections as lookups do.
  world.hearing = false;
  expect(cache.peek("a")).toBeUndefined();
  expect(await cache.get("a")).toMatchObject({ says: "second" });

  change("acme");
  find.mockRejectedValue(new Error("no database"));
  await expect(cache.get("a")).rejects.toThrow("no database");
  loseConnection();
  expect(cache.peek("a")).toMatchObject({ says: "second" });
});

test("a flood of unknown codes is looked up once each and drives no link out", async () => {
  const { find, cache } = makeCache();
  await cache.get("a");
  for (let round = 0; round < 2; round += 1)
    await Promise.all(Array.from({ length: 200 }, (_, index) => cache.get(`unknown ${index}`)));
  expect(find.mock.calls.flat(2).filter((code) => code === "unknown 7")).toHaveLength(1);
  expect(cache.has("unknown 7")).toBe(true);
  expect(cache.peek("a")).toBeDefined();
});

test("a link that is gone is gone", async () => {
  const { find, cache, change } = makeCache();
  await cache.get("a");
  change("acme");
  find.mockResolvedValueOnce(new Map());
  expect(await cache.get("a")).toBeNull();
  expect(cache.peek("a")).toBeUndefined();
});
