import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { minute } from "#lib/test/networks/clock.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { frozenPost, prepared } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { start, stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import type { Access } from "../account.ts";
import type { CreateRequest } from "../publisher.ts";
import { mastodonAdapter } from "./adapter.ts";

const { publisher } = mastodonAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

const resolve = (access: Access, request: CreateRequest) =>
  publisher.resolve(access, { request, post: frozenPost, sentAt: start });

const publicPosts = () => simulator.posts("mastodon");

const creates = async () =>
  (await simulator.requests("mastodon")).filter(
    ({ method, path }) => method === "POST" && path === "/api/v1/statuses",
  );

test.each([
  {
    name: "dropped after the post was made",
    effect: { kind: "drop_after" },
    because: "no_answer",
    was: true,
  },
  {
    name: "dropped before anything was done",
    effect: { kind: "drop_before" },
    because: "no_answer",
    was: false,
  },
  { name: "a gateway's page", effect: { kind: "html_502" }, because: "server_error", was: false },
  {
    name: "a gateway's page after the post was made",
    effect: { kind: "html_502", processed: true },
    because: "server_error",
    was: true,
  },
  { name: "half an answer", effect: { kind: "truncate_body" }, because: "unreadable", was: true },
  {
    name: "a page with a 201",
    effect: { kind: "status", status: 201, body: "<html>", processed: true },
    because: "unreadable",
    was: true,
  },
  { name: "a 204", effect: { kind: "status", status: 204 }, because: "unreadable", was: false },
  { name: "a redirect", effect: { kind: "status", status: 302 }, because: "unreadable", was: false },
] as const)(
  "$name leaves the post unknown, and asking finds or makes exactly one",
  async ({ effect, because, was }) => {
    const { access } = await connectAs(simulator, mastodonAdapter);
    const request = await prepared(publisher, access);
    await simulator.script({ match: { method: "POST", path: "/api/v1/statuses" }, effect });
    expect((await publisher.create(access, request)).outcome).toEqual({ kind: "unknown", because });
    expect(await publicPosts()).toHaveLength(was ? 1 : 0);
    stopClock(50 * minute);
    const resolved = await resolve(access, request);
    const [shown, ...more] = await publicPosts();
    expect(more).toEqual([]);
    expect(resolved.outcome).toEqual({
      kind: was ? "published_adopted" : "published",
      externalId: shown?.id,
      url: shown?.permalink,
    });
    const sent = await creates();
    expect(sent).toHaveLength(was ? 1 : 2);
    expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  },
);

test("a server that does not list the post yet is sent the same key, which leads to the first one", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await publisher.create(access, request);
  await simulator.script({ match: { path: "/api/v1/accounts/" }, effect: { kind: "html_502" } });
  const [shown] = await publicPosts();
  expect((await resolve(access, request)).outcome).toEqual({
    kind: "published_adopted",
    externalId: shown?.id,
    url: shown?.permalink,
  });
  expect(await publicPosts()).toHaveLength(1);
});

test("a request that arrives after it was asked for makes no second post", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await resolve(access, request);
  await publisher.create(access, request);
  expect(await publicPosts()).toHaveLength(1);
});

test("after an hour the server does not know the key any more: the post is found, or is not there", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  const others = await Promise.all(
    ["one", "two"].map((text) =>
      prepared(publisher, access, { text, url: `https://go.acme.test/s/${text}` }),
    ),
  );
  for (const other of others) await publisher.create(access, other);
  stopClock(60 * minute);
  expect(await resolve(access, request)).toEqual({ outcome: { kind: "not_posted" } });
  expect(await creates()).toHaveLength(2);
  await publisher.create(access, request);
  expect((await resolve(access, request)).outcome.kind).toBe("published_adopted");
});

test("what a busy account's newest posts do not show stays unknown after an hour", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  for (let number = 0; number < 40; number++) {
    const other = { text: `${number}`, url: "https://go.acme.test/s/other" };
    await publisher.create(access, await prepared(publisher, access, other));
  }
  stopClock(60 * minute);
  expect((await resolve(access, request)).outcome).toEqual({ kind: "unknown", because: "no_answer" });
  expect(await creates()).toHaveLength(40);
});

test("after an hour a server that does not answer leaves the post unknown, and nothing is sent", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  stopClock(60 * minute);
  await simulator.script({ match: { path: "/api/v1/accounts/" }, effect: { kind: "drop_after" } });
  expect((await resolve(access, request)).outcome).toEqual({ kind: "unknown", because: "no_answer" });
  expect(await creates()).toEqual([]);
});

test("who may not be asked any more has learnt nothing", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await simulator.account({ provider: "mastodon", id: "alice", revoke: true });
  expect((await resolve(access, request)).outcome).toEqual({ kind: "needs_reconnect", reason: "revoked" });
  expect(await creates()).toEqual([]);
});

test("a refusal of the repetition does not prove what became of the first", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await simulator.script({
    match: { method: "POST", path: "/api/v1/statuses" },
    effect: { kind: "status", status: 422, body: { error: "Validation failed: no" } },
  });
  expect((await resolve(access, request)).outcome).toEqual({ kind: "unknown", because: "unreadable" });
});
