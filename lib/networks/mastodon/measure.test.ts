import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { prepared } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { start, stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import type { Access } from "../account.ts";
import { mastodonAdapter } from "./adapter.ts";

const { measurer, publisher } = mastodonAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

async function publishTwo(access: Access): Promise<[string, string]> {
  const ids: string[] = [];
  for (const text of ["one", "two"]) {
    const { outcome } = await publisher.create(access, await prepared(publisher, access, { text }));
    if (outcome.kind === "published") ids.push(outcome.externalId);
  }
  return [ids[0] ?? "", ids[1] ?? ""];
}

test.each(["4.4.3", "4.2.10"])(
  "figures of Mastodon %s are null where it says none, zero where it counted none, and missing where there is no post",
  async (version) => {
    await simulator.settings({ mastodon: { version } });
    const { access } = await connectAs(simulator, mastodonAdapter);
    const [one, two] = await publishTwo(access);
    await simulator.post({ provider: "mastodon", id: one, likes: 3, comments: null, reposts: 2 });
    const asked = [one, two, "123"].map((externalId) => ({ externalId, publishedAt: start }));
    expect(await measurer.measure(access, asked)).toEqual({
      kind: "measured",
      posts: new Map<string, unknown>([
        [one, { impressions: null, reactions: 3, comments: null, reposts: 2 }],
        [two, { impressions: null, reactions: 0, comments: 0, reposts: 0 }],
        ["123", "missing"],
      ]),
    });
  },
);

test("a server that fails has said nothing of any post", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const [one] = await publishTwo(access);
  const asked = [{ externalId: one, publishedAt: start }];
  const match = { method: "GET", path: "/api/v1/statuses" };
  await simulator.script({ match, effect: { kind: "html_502" } });
  expect(await measurer.measure(access, asked)).toEqual({ kind: "try_later" });
  await simulator.script({ match, effect: { kind: "status", status: 429 } });
  expect(await measurer.measure(access, asked)).toMatchObject({ kind: "retry_after" });
});

test("one post of an older server that cannot be asked just now is not answered for", async () => {
  await simulator.settings({ mastodon: { version: "4.2.10" } });
  const { access } = await connectAs(simulator, mastodonAdapter);
  const [one, two] = await publishTwo(access);
  await simulator.script({
    match: { method: "GET", path: `/api/v1/statuses/${one}` },
    effect: { kind: "html_502" },
  });
  const asked = [one, two].map((externalId) => ({ externalId, publishedAt: start }));
  const outcome = await measurer.measure(access, asked);
  expect(outcome.kind === "measured" && [...outcome.posts.keys()]).toEqual([two]);
});

test("figures need the scope for them", () => {
  expect(measurer.canMeasure(["profile", "write:statuses"])).toBe(false);
  expect(measurer.canMeasure(["read:statuses"])).toBe(true);
  expect(measurer.canMeasure(["read"])).toBe(true);
});

test("followers are counted, or not said", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  await simulator.account({ provider: "mastodon", id: "alice", followers: 0 });
  expect(await measurer.countFollowers(access)).toBe(0);
  await simulator.account({ provider: "mastodon", id: "alice", followers: null });
  expect(await measurer.countFollowers(access)).toBeNull();
});
