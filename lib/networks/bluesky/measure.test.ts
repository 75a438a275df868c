import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { minute } from "#lib/test/networks/clock.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { prepared } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { start, stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import { blueskyAdapter } from "./adapter.ts";

const { measurer, publisher } = blueskyAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

test("figures are null where Bluesky says none, zero where it counted none, and missing where there is no post", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const uris: string[] = [];
  for (const text of ["one", "two"]) {
    const { outcome } = await publisher.create(access, await prepared(publisher, access, { text }));
    if (outcome.kind === "published") uris.push(outcome.externalId);
  }
  const [one = "", two = ""] = uris;
  await simulator.post({ provider: "bluesky", id: one, likes: 3, comments: null, reposts: 2 });
  const gone = one.replace(/[^/]+$/, "3lxyzabcdef2g");
  stopClock(60 * minute);
  const asked = [one, two, gone].map((externalId) => ({ externalId, publishedAt: start }));
  expect(await measurer.measure(access, asked)).toEqual({
    kind: "measured",
    posts: new Map<string, unknown>([
      [one, { impressions: null, reactions: 3, comments: null, reposts: 2 }],
      [two, { impressions: null, reactions: 0, comments: 0, reposts: 0 }],
      [gone, "missing"],
    ]),
  });
});

test("a post that is not shown yet is not missing", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  await simulator.settings({ bluesky: { indexingMs: minute } });
  const { outcome } = await publisher.create(access, await prepared(publisher, access));
  const externalId = outcome.kind === "published" ? outcome.externalId : "";
  expect(await measurer.measure(access, [{ externalId, publishedAt: start }])).toEqual({
    kind: "measured",
    posts: new Map(),
  });
});

test("a feed that fails has said nothing of any post", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const asked = [{ externalId: "at://did:plc:a/app.bsky.feed.post/3lxyzabcdef2g", publishedAt: start }];
  await simulator.script({
    match: { path: "/xrpc/app.bsky.feed.getPosts" },
    effect: { kind: "truncate_body" },
  });
  expect(await measurer.measure(access, asked)).toEqual({ kind: "try_later" });
  await simulator.script({
    match: { path: "/xrpc/app.bsky.feed.getPosts" },
    effect: { kind: "status", status: 429, headers: { "retry-after": "60" } },
  });
  expect(await measurer.measure(access, asked)).toMatchObject({ kind: "retry_after" });
});

test("followers are counted, or not said", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  await simulator.account({ provider: "bluesky", id: "alice", followers: 0 });
  expect(await measurer.countFollowers(access)).toBe(0);
  await simulator.account({ provider: "bluesky", id: "alice", followers: null });
  expect(await measurer.countFollowers(access)).toBeNull();
});
