import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import type { Access } from "../account.ts";
import { linkedinAdapter } from "./adapter.ts";

const { publisher, measurer } = linkedinAdapter;
const simulator = await startSimulator();
env.NETWORK_SIMULATOR = simulator.origin;
env.LINKEDIN_SCOPES = "openid profile w_member_social r_member_postAnalytics r_member_profileAnalytics";

beforeEach(async () => {
  await simulator.reset();
  await simulator.settings({ linkedin: { communityManagement: true } });
});
afterAll(() => simulator.close());

async function publish(access: Access, text = "Rain"): Promise<string> {
  const post = {
    text,
    url: "https://go.acme.example/s/1",
    card: { title: "Rain", description: "" },
    image: null,
  };
  const ready = await publisher.prepare(
    access,
    { ...post, language: "en", createdAt: "2026-11-23T09:00:00Z" },
    null,
  );
  const answer = ready.kind === "ready" ? await publisher.create(access, ready.request) : null;
  if (answer?.outcome.kind !== "published") throw new Error("not published");
  return answer.outcome.externalId;
}

const measure = (access: Access, ...ids: string[]) =>
  measurer.measure(
    access,
    ids.map((externalId) => ({ externalId, publishedAt: new Date() })),
  );

const analyticsCalls = async () =>
  (await simulator.requests("linkedin")).filter(({ path }) => path === "/rest/memberCreatorPostAnalytics");

test.each([
  { shape: "text", kind: "share" },
  { shape: "record", kind: "ugcPost" },
] as const)(
  "figures of a $kind are read with metric types as $shape, one call for each",
  async ({ shape, kind }) => {
    await simulator.settings({ linkedin: { metricTypeShape: shape, urnKind: kind } });
    const { access } = await connectAs(simulator, linkedinAdapter);
    const id = await publish(access);
    await simulator.post({ provider: "linkedin", id, impressions: 5000, likes: 31, comments: 4, reposts: 2 });
    expect(await measure(access, id)).toEqual({
      kind: "measured",
      posts: new Map([[id, { impressions: 5000, reactions: 31, comments: 4, reposts: 2 }]]),
    });
    expect(await analyticsCalls()).toHaveLength(4);
  },
);

test("what LinkedIn does not say is null, and zero is zero", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const id = await publish(access);
  await simulator.post({ provider: "linkedin", id, impressions: null, likes: 0, comments: null, reposts: 0 });
  expect(await measure(access, id)).toEqual({
    kind: "measured",
    posts: new Map([[id, { impressions: null, reactions: 0, comments: null, reposts: 0 }]]),
  });
});

test("a post that LinkedIn does not have is missing", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  expect(await measure(access, "urn:li:share:72")).toEqual({
    kind: "measured",
    posts: new Map([["urn:li:share:72", "missing"]]),
  });
});

test("an app that has no such endpoint says nothing of the post", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const id = await publish(access);
  await simulator.settings({ linkedin: { analyticsMissing: true } });
  expect(await measure(access, id)).toMatchObject({ kind: "app_blocked", reason: "product" });
});

test("where LinkedIn stops answering half-way, the rest was not answered for", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const [first, second] = [await publish(access), await publish(access, "More rain")];
  const skipFour = {
    match: { path: "/rest/memberCreatorPostAnalytics" },
    times: 4,
    effect: { kind: "delay_ms", ms: 0 },
  } as const;
  await simulator.script(skipFour);
  await simulator.script({ match: skipFour.match, effect: { kind: "status", status: 429, body: {} } });
  expect(await measure(access, first, second)).toEqual({
    kind: "measured",
    posts: new Map([[first, expect.anything()]]),
  });
});

test.each([
  { status: 429, body: {}, outcome: { kind: "retry_after" } },
  { status: 500, body: "", outcome: { kind: "try_later" } },
  { status: 200, body: "<html>", outcome: { kind: "try_later" } },
  {
    status: 401,
    body: { code: "EXPIRED_ACCESS_TOKEN" },
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  { status: 403, body: { code: "ACCESS_DENIED" }, outcome: { kind: "app_blocked", reason: "product" } },
  { status: 426, body: { code: "NONEXISTENT_VERSION" }, outcome: { kind: "app_blocked", reason: "version" } },
])("$status is $outcome.kind", async ({ status, body, outcome }) => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const id = await publish(access);
  await simulator.script({
    match: { path: "/rest/memberCreatorPostAnalytics" },
    effect: { kind: "status", status, body },
  });
  expect(await measure(access, id)).toMatchObject(outcome);
});

test("without the scopes nothing is asked", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const narrow = { ...access, grantedScopes: ["openid", "profile", "w_member_social"] };
  expect(measurer.canMeasure(narrow.grantedScopes)).toBe(false);
  expect(await measure(narrow, "urn:li:share:72")).toEqual({ kind: "needs_reconnect", reason: "scope" });
  expect(await measurer.countFollowers(narrow)).toBeNull();
  expect((await simulator.requests()).filter(({ path }) => path.startsWith("/rest/member"))).toEqual([]);
});

test("followers are counted, none are none, and not said is null", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  for (const followers of [961, 0, null]) {
    await simulator.account({ provider: "linkedin", id: "alice", followers });
    expect(await measurer.countFollowers(access)).toBe(followers);
  }
});
