import { afterAll, beforeEach, expect, test } from "vitest";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import type { Access } from "../account.ts";
import { xAdapter } from "./adapter.ts";

const { publisher, measurer } = xAdapter;
const simulator = await startSimulator();
env.NETWORK_SIMULATOR = simulator.origin;

beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const day = 86_400_000;
const daysAgo = (days: number) => new Date(clock.now().getTime() - days * day);
let number = 0;

async function publish(access: Access): Promise<string> {
  const post = { text: "Rain", url: `https://go.acme.example/s/${++number}`, image: null, language: "en" };
  const ready = await publisher.prepare(
    access,
    { ...post, card: { title: "Rain", description: "" }, createdAt: "2026-11-23T09:00:00Z" },
    null,
  );
  const answer = ready.kind === "ready" ? await publisher.create(access, ready.request) : null;
  if (answer?.outcome.kind !== "published") throw new Error("not published");
  return answer.outcome.externalId;
}

const lookUps = async () =>
  (await simulator.requests("x"))
    .filter(({ method, path }) => method === "GET" && path === "/2/tweets")
    .map(({ query }) => Object.fromEntries(new URLSearchParams(query)));

test.each(["tweet", "post"] as const)(
  "figures are read under the names that begin with %s",
  async (names) => {
    await simulator.settings({ x: { names } });
    const { access } = await connectAs(simulator, xAdapter);
    const id = await publish(access);
    await simulator.post({ provider: "x", id, impressions: 5432, likes: 234, comments: 12, reposts: 50 });
    expect(await measurer.measure(access, [{ externalId: id, publishedAt: clock.now() }])).toEqual({
      kind: "measured",
      posts: new Map([[id, { impressions: 5432, reactions: 234, comments: 12, reposts: 50 }]]),
    });
  },
);

test("what X does not say is null, and zero is zero", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const id = await publish(access);
  await simulator.post({ provider: "x", id, impressions: null, likes: 0, comments: null, reposts: 0 });
  expect(await measurer.measure(access, [{ externalId: id, publishedAt: clock.now() }])).toEqual({
    kind: "measured",
    posts: new Map([[id, { impressions: null, reactions: 0, comments: null, reposts: 0 }]]),
  });
});

test("a deleted post is missing while the others beside it are measured", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const [gone, there] = [await publish(access), await publish(access)];
  await simulator.post({ provider: "x", id: gone, deleted: true });
  const outcome = await measurer.measure(
    access,
    [gone, there].map((externalId) => ({ externalId, publishedAt: clock.now() })),
  );
  expect(outcome).toEqual({
    kind: "measured",
    posts: new Map<string, unknown>([
      [gone, "missing"],
      [there, { impressions: 0, reactions: 0, comments: 0, reposts: 0 }],
    ]),
  });
});

test("old posts are asked for apart, without what only their author may see", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const [young, old] = [await publish(access), await publish(access)];
  await measurer.measure(access, [
    { externalId: young, publishedAt: daysAgo(29) },
    { externalId: old, publishedAt: daysAgo(30) },
  ]);
  expect(await lookUps()).toEqual([
    { ids: young, "tweet.fields": "public_metrics,non_public_metrics" },
    { ids: old, "tweet.fields": "public_metrics" },
  ]);
});

test.each(["drop", "omit"] as const)(
  "a post that is older than we know is measured all the same (%s)",
  async (oldNonPublic) => {
    await simulator.settings({ x: { oldNonPublic } });
    const first = await connectAs(simulator, xAdapter);
    const id = await publish(first.access);
    await simulator.advanceClock(31 * day);
    const { access } = await connectAs(simulator, xAdapter);
    await simulator.post({ provider: "x", id, impressions: 7 });
    const outcome = await measurer.measure(access, [{ externalId: id, publishedAt: clock.now() }]);
    expect(outcome).toMatchObject({ kind: "measured", posts: new Map([[id, { impressions: 7 }]]) });
  },
);

test.each([
  { status: 402, body: {}, outcome: { kind: "app_blocked", reason: "credits" } },
  { status: 401, body: {}, outcome: { kind: "needs_reconnect", reason: "expired" } },
  { status: 429, body: {}, outcome: { kind: "retry_after" } },
  { status: 500, body: "", outcome: { kind: "try_later" } },
  { status: 200, body: "<html>", outcome: { kind: "try_later" } },
  { status: 200, body: {}, outcome: { kind: "try_later" } },
])("$status is $outcome.kind", async ({ status, body, outcome }) => {
  const { access } = await connectAs(simulator, xAdapter);
  await simulator.script({
    match: { method: "GET", path: "/2/tweets" },
    effect: { kind: "status", status, body },
  });
  expect(await measurer.measure(access, [{ externalId: "72", publishedAt: clock.now() }])).toMatchObject(
    outcome,
  );
});

test("when the old ones are not answered for, the young ones count", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const [young, old] = [await publish(access), await publish(access)];
  const match = { method: "GET", path: "/2/tweets" };
  await simulator.script({ match, effect: { kind: "delay_ms", ms: 0 } });
  await simulator.script({ match, effect: { kind: "status", status: 500 } });
  const outcome = await measurer.measure(access, [
    { externalId: old, publishedAt: daysAgo(40) },
    { externalId: young, publishedAt: daysAgo(1) },
  ]);
  expect(outcome).toMatchObject({ kind: "measured", posts: new Map([[young, expect.anything()]]) });
});

test("followers are counted, none are none, and not said is null", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  for (const followers of [961, 0, null]) {
    await simulator.account({ provider: "x", id: "alice", followers });
    expect(await measurer.countFollowers(access)).toBe(followers);
  }
  expect(measurer.canMeasure(["tweet.write"])).toBe(false);
  expect(await measurer.countFollowers({ ...access, grantedScopes: ["tweet.write"] })).toBeNull();
});
