import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { answers, frozenPost, prepared, smallPicture } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import type { Access } from "../account.ts";
import type { PublishOutcome } from "../publisher.ts";
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

test("a post is published: the words and the link, and nothing else", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const answer = await publisher.create(access, await prepared(publisher, access));
  const [shown, ...others] = await simulator.posts("x");
  expect(answer).toMatchObject({
    outcome: { kind: "published", externalId: shown?.id, url: shown?.permalink },
    status: 201,
  });
  expect(shown).toMatchObject({ account: "alice", text: words, card: { url: frozenPost.url } });
  expect(others).toEqual([]);
  expect((await creates())[0]?.body).toEqual({ text: words });
});

test("whatever can be typed is seen as it was typed", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const text = "a\\b (c) [d] <e> & {f|g} #AI_x @acme *h* ~ 👨‍👩‍👧‍👦\r\nNext";
  await publisher.create(access, await prepared(publisher, access, { text }));
  expect(await simulator.posts()).toMatchObject([
    { text: `${text.replace("\r\n", "\n")} ${frozenPost.url}` },
  ]);
});

test("a link alone is a post", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await publisher.create(access, await prepared(publisher, access, { text: "" }));
  expect(await simulator.posts()).toMatchObject([{ text: frozenPost.url }]);
});

test("256 letters fit beside the link; one more is refused before anything is sent", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const answer = await publisher.create(access, await prepared(publisher, access, { text: "a".repeat(256) }));
  expect(answer.outcome.kind).toBe("published");
  expect(await publisher.prepare(access, { ...frozenPost, text: "a".repeat(257) }, smallPicture)).toEqual({
    kind: "rejected",
    reason: "too_long",
  });
  expect((await simulator.requests("x")).filter(({ path }) => path.startsWith("/2/media"))).toEqual([]);
});

test.each<{ name: string; effect: Effect; outcome: Partial<PublishOutcome>; posts?: number }>([
  {
    name: "a page with 201",
    effect: answers(201, "<html>"),
    outcome: { kind: "unknown", because: "unreadable" },
  },
  { name: "204", effect: answers(204, ""), outcome: { kind: "unknown", because: "unreadable" } },
  {
    name: "half of the answer",
    effect: { kind: "truncate_body" },
    outcome: { kind: "unknown", because: "unreadable" },
    posts: 1,
  },
  {
    name: "an answer without an id",
    effect: answers(201, { data: {} }),
    outcome: { kind: "published_id_unknown" },
  },
  { name: "500", effect: answers(500, ""), outcome: { kind: "unknown", because: "server_error" } },
  {
    name: "502 that came after all was done",
    effect: { kind: "html_502", processed: true },
    outcome: { kind: "unknown", because: "server_error" },
    posts: 1,
  },
  {
    name: "a connection that closed before",
    effect: { kind: "drop_before" },
    outcome: { kind: "unknown", because: "no_answer" },
  },
  {
    name: "a connection that closed after all was done",
    effect: { kind: "drop_after" },
    outcome: { kind: "unknown", because: "no_answer" },
    posts: 1,
  },
  { name: "401", effect: answers(401, {}), outcome: { kind: "needs_reconnect", reason: "expired" } },
  {
    name: "the catch-all",
    effect: forbidden("You are not permitted"),
    outcome: { kind: "rejected", reason: "content" },
  },
  {
    name: "an app that is not enrolled",
    effect: forbidden("", "https://api.x.com/2/problems/client-forbidden"),
    outcome: { kind: "app_blocked", reason: "product" },
  },
])("$name is $outcome.kind, after one request", async ({ effect, outcome, posts = 0 }) => {
  const { access } = await connectAs(simulator, xAdapter);
  const request = await prepared(publisher, access);
  await simulator.script({ match: create, effect });
  const answer = await publisher.create(access, request);
  expect(answer.outcome).toMatchObject(outcome);
  expect(await creates()).toHaveLength(1);
  expect(await simulator.posts()).toHaveLength(posts);
  expect(JSON.stringify(answer)).not.toContain(access.accessToken);
});

test("a network that cannot be reached created nothing, and is asked again", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const request = await prepared(publisher, access);
  env.NETWORK_SIMULATOR = "http://127.0.0.1:1";
  expect(await publisher.create(access, request)).toMatchObject({
    outcome: { kind: "retry_after" },
    status: null,
  });
});

test("the same words again are a duplicate", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await publisher.create(access, await prepared(publisher, access));
  const again = await publisher.create(access, await prepared(publisher, access));
  expect(again.outcome).toEqual({ kind: "rejected", reason: "duplicate" });
});

test("without credits the app is blocked; with new ones the same post goes out", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const request = await prepared(publisher, access);
  await simulator.account({ provider: "x", id: "alice", credits: 0.1 });
  expect((await publisher.create(access, request)).outcome).toMatchObject({
    kind: "app_blocked",
    reason: "credits",
  });
  await simulator.account({ provider: "x", id: "alice", credits: 0.2 });
  expect((await publisher.create(access, request)).outcome.kind).toBe("published");
});

test("a suspended member, and one whose token ended", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const request = await prepared(publisher, access);
  await simulator.account({ provider: "x", id: "alice", suspended: true });
  expect((await publisher.create(access, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "revoked",
  });
  await simulator.account({ provider: "x", id: "alice", suspended: false, expire: true });
  expect((await publisher.create(access, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "expired",
  });
});

test("after too many posts it waits until X counts anew", async () => {
  const { limits } = (await simulator.settings()).x;
  await simulator.settings({ x: { limits: { ...limits, createPer15Minutes: 1 } } });
  const { access } = await connectAs(simulator, xAdapter);
  await publisher.create(access, await prepared(publisher, access));
  const { outcome } = await publisher.create(access, await prepared(publisher, access, { text: "More" }));
  const reset = Number((await lastAnswerOfCreate(access)).get("x-rate-limit-reset")) * 1000;
  expect(outcome.kind === "retry_after" && outcome.at.getTime()).toBeGreaterThan(reset);
  expect(outcome.kind === "retry_after" && outcome.at.getTime()).toBeLessThan(reset + 62_000);
});

const lastAnswerOfCreate = async ({ accessToken }: Access) =>
  (
    await fetch(`${simulator.origin}/2/tweets`, {
      method: "POST",
      headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
      body: "{}",
    })
  ).headers;
