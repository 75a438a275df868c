import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { answers, frozenPost, prepared } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import type { Access } from "../account.ts";
import type { FrozenPost } from "../publisher.ts";
import { xAdapter } from "./adapter.ts";

const { publisher } = xAdapter;
const simulator = await startSimulator();

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  await simulator.reset();
});
afterAll(() => simulator.close());

const words = `${frozenPost.text} ${frozenPost.url}`;

const create = { provider: "x", method: "POST", path: "^/2/tweets$" } as const;

const creates = async () =>
  (await simulator.requests("x")).filter(({ method, path }) => method === "POST" && path === "/2/tweets");

const forbidden = (detail: string, type = "about:blank") =>
  answers(403, { detail, type, title: "Forbidden" });

const lose = async (access: Access, kind: "drop_before" | "drop_after", change: Partial<FrozenPost> = {}) => {
  const request = await prepared(publisher, access, change);
  await simulator.script({ match: create, effect: { kind } });
  const sentAt = clock.now();
  expect((await publisher.create(access, request)).outcome.kind).toBe("unknown");
  return { request, post: { ...frozenPost, ...change }, sentAt };
};
const later = (milliseconds: number) => {
  const now = new Date(Date.now() + milliseconds);
  vi.spyOn(clock, "now").mockReturnValue(now);
};

test("a lost post is found by its link, and is sent no second time", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_after");
  await publisher.create(
    access,
    await prepared(publisher, access, { text: "Newer", url: "https://go.acme.example/s/other" }),
  );
  const answer = await publisher.resolve(access, unknown);
  const shown = (await simulator.posts()).find(({ text }) => text === words);
  expect(answer.outcome).toEqual({ kind: "published_adopted", externalId: shown?.id, url: shown?.permalink });
  expect(await creates()).toHaveLength(2);
  expect([publisher.resolveCharges.length, answer.billed]).toEqual([5, 2]);
});

test("a lost post is found by its link alone, and where X does not tell it, by its words", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_after");
  const list = (text: string) => ({ data: [{ id: "72", text }], meta: { result_count: 1 } });
  const answerWith = (body: object) =>
    simulator.script({ match: { method: "GET", path: "^/2/users/\\d+/tweets" }, effect: answers(200, body) });
  await answerWith(list(words));
  expect((await publisher.resolve(access, unknown)).outcome).toMatchObject({ externalId: "72" });
  const hidden = { url: "https://t.co/x", expanded_url: frozenPost.url };
  await answerWith({
    data: [{ id: "73", text: "Cut off… https://t.co/x", entities: { urls: [hidden] } }],
    meta: { result_count: 1 },
  });
  expect((await publisher.resolve(access, unknown)).outcome).toMatchObject({ externalId: "73" });
  const odd = { ...unknown, request: { ...unknown.request, body: JSON.stringify({ text: "a < b & c" }) } };
  await answerWith(list("a &lt; b &amp; c"));
  expect((await publisher.resolve(access, odd)).outcome).toMatchObject({ externalId: "72" });
  await answerWith(list("something else"));
  expect((await publisher.resolve(access, unknown)).outcome.kind).toBe("unknown");
});

test("that it is not there is known only after a minute, and then surely", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_before");
  expect((await publisher.resolve(access, unknown)).outcome.kind).toBe("unknown");
  later(61_000);
  expect(await publisher.resolve(access, unknown)).toEqual({ outcome: { kind: "not_posted" }, billed: 0 });
  expect(await simulator.posts()).toEqual([]);
});

test("a week later only the minutes around it are read", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_before");
  later(7 * 86_400_000);
  expect((await publisher.resolve(access, unknown)).outcome.kind).toBe("not_posted");
  const read = (await simulator.requests("x")).find(
    ({ path }) => path.endsWith("/tweets") && path.includes("users"),
  );
  const query = new URLSearchParams(read?.query);
  const [from, to] = ["start_time", "end_time"].map((name) => Date.parse(query.get(name) ?? ""));
  expect(Math.round((Number(to) - Number(from)) / 60_000)).toBe(17);
});

test.each<{ name: string; effect: Effect; kind: string }>([
  { name: "500", effect: answers(500, ""), kind: "unknown" },
  { name: "no answer", effect: { kind: "drop_after" }, kind: "unknown" },
  {
    name: "an answer that names errors",
    effect: answers(200, { errors: [{}], meta: { result_count: 0 } }),
    kind: "unknown",
  },
  {
    name: "a list that goes on",
    effect: answers(200, { data: [], meta: { result_count: 0, next_token: "n" } }),
    kind: "unknown",
  },
  { name: "402", effect: answers(402, {}), kind: "app_blocked" },
  { name: "401", effect: answers(401, {}), kind: "needs_reconnect" },
  { name: "429", effect: answers(429, {}), kind: "retry_after" },
  { name: "403", effect: forbidden("You are not permitted"), kind: "unknown" },
])("$name to the look proves nothing: $kind", async ({ effect, kind }) => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_before");
  later(120_000);
  await simulator.script({ match: { method: "GET", path: "^/2/users/\\d+/tweets" }, effect });
  expect((await publisher.resolve(access, unknown)).outcome.kind).toBe(kind);
});
