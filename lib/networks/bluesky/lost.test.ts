import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { minute } from "#lib/test/networks/clock.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { frozenPost, prepared } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { start, stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import type { Access } from "../account.ts";
import type { CreateRequest } from "../publisher.ts";
import { blueskyAdapter } from "./adapter.ts";

const { publisher } = blueskyAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

const resolve = (access: Access, request: CreateRequest) =>
  publisher.resolve(access, { request, post: frozenPost, sentAt: start });

const publicPosts = () => simulator.posts("bluesky");

const creates = async () =>
  (await simulator.requests("bluesky")).filter(({ path }) => path.includes("putRecord"));

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
    name: "a page with a 200",
    effect: { kind: "status", status: 200, body: "<html>", processed: true },
    because: "unreadable",
    was: true,
  },
  { name: "a 204", effect: { kind: "status", status: 204 }, because: "unreadable", was: false },
] as const)(
  "$name leaves the post unknown, and asking finds or makes exactly one",
  async ({ effect, because, was }) => {
    const { access } = await connectAs(simulator, blueskyAdapter);
    const request = await prepared(publisher, access);
    await simulator.script({ match: { path: "/xrpc/com.atproto.repo.putRecord" }, effect });
    expect((await publisher.create(access, request)).outcome).toEqual({ kind: "unknown", because });
    expect(await publicPosts()).toHaveLength(was ? 1 : 0);
    const resolved = await resolve(access, request);
    const [shown, ...more] = await publicPosts();
    expect(more).toEqual([]);
    expect(resolved.outcome).toEqual({
      kind: was ? "published_adopted" : "published",
      externalId: shown?.id,
      url: shown?.permalink,
    });
    expect(await creates()).toHaveLength(was ? 1 : 2);
  },
);

test("a request that arrives after it was asked for makes no second post", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  await resolve(access, request);
  await publisher.create(access, request);
  expect(await publicPosts()).toHaveLength(1);
});

test("after an hour, what is not there is not posted late", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  stopClock(60 * minute);
  expect(await resolve(access, request)).toEqual({ outcome: { kind: "not_posted" } });
  expect(await creates()).toEqual([]);
});

test("a server that cannot be asked leaves the post unknown", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  await simulator.script({
    match: { path: "/xrpc/com.atproto.repo.getRecord" },
    effect: { kind: "html_502" },
  });
  expect((await resolve(access, request)).outcome).toEqual({ kind: "unknown", because: "server_error" });
  expect(await creates()).toEqual([]);
});

test("a post whose picture was deleted meanwhile was not posted", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  const lost = { $type: "blob", ref: { $link: "bafkreilost" }, mimeType: "image/png", size: 1 };
  const sent = JSON.parse(request.body);
  sent.record.embed.external.thumb = lost;
  const body = JSON.stringify(sent);
  expect((await publisher.create(access, { ...request, body })).outcome).toEqual({
    kind: "rejected",
    reason: "media",
  });
  expect(await resolve(access, { ...request, body })).toEqual({ outcome: { kind: "not_posted" } });
});
