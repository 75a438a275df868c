import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { networkApps } from "#db/schema/connections.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { withAccess } from "#lib/connections/access/mutations.ts";
import { env } from "#lib/env.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import type { CreateAnswer, CreateRequest } from "#lib/networks/publisher.ts";
import { keepImage } from "#lib/stories/images/mutations.ts";
import { makeActor, makeLiveStory } from "#lib/test/factories.ts";
import { frozenPost } from "#lib/test/networks/frozen-post.ts";
import { shortenWaits } from "#lib/test/networks/shorten-waits.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { makeDueShare, makeSharer, readAttempts, readShare, type Sharer, workOn } from "#lib/test/sharer.ts";
import { settleAnswer } from "./answers/mutations.ts";
import { takeLease } from "./lease/mutations.ts";
import { commitSending, takeNext } from "./ledger/mutations.ts";
import { publishAgain, resolveShare } from "./mutations.ts";

let simulator: Simulator;
let now: Date;
shortenWaits();

beforeAll(async () => {
  simulator = await startSimulator({ now: () => now.getTime() });
  env.NETWORK_SIMULATOR = simulator.origin;
});
afterAll(async () => {
  env.NETWORK_SIMULATOR = undefined;
  await simulator.close();
});
beforeEach(() => {
  now = new Date("2026-11-23T09:00:00Z");
  vi.spyOn(clock, "now").mockImplementation(() => now);
});
afterEach(async () => {
  await simulator.reset();
  await db.delete(networkApps);
});

const minute = 60_000;
const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};

const networkIds = ["linkedin", "x", "bluesky", "mastodon"] as const;
type Simulated = (typeof networkIds)[number];
const creating: Record<Simulated, string> = {
  linkedin: "/rest/posts",
  x: "/2/tweets",
  bluesky: "^/xrpc/com.atproto.repo.(create|put)Record",
  mastodon: "/api/v1/statuses",
};
const loseAnswer = (provider: Simulated, kind: "drop_before" | "drop_after" = "drop_after") =>
  simulator.script({ match: { provider, method: "POST", path: creating[provider] }, effect: { kind } });

/** The member looks in vain, and has it published again. */
async function overlook({ actor }: Sharer, shareId: string): Promise<void> {
  await resolveShare(actor, { shareId, how: "not_there", postUrl: "" });
  await publishAgain(actor, { shareId });
}

test.each(networkIds)(
  'on %s a wrong "not there" followed by publish again never makes a second post',
  async (network) => {
    const sharer = await makeSharer(simulator, network);
    const id = await makeDueShare(sharer);
    const sentAt = now;
    await loseAnswer(network);
    await workOn(sharer);
    later(2 * minute);
    await overlook(sharer, id);
    await workOn(sharer);

    const [post, ...others] = await simulator.posts(network);
    expect(others).toEqual([]);
    if (network === "x") {
      // X says that it has these words, and not where. Asked, it does.
      expect(await readShare(id)).toMatchObject({ state: "unknown", reason: "duplicate" });
      later(2 * minute);
      await resolveShare(sharer.actor, { shareId: id, how: "ask", postUrl: "" });
    }
    expect(await readShare(id)).toMatchObject({
      ...{ state: "published", postUrl: post?.permalink, publishedAt: sentAt, confirmedAt: sentAt },
    });
    expect((await readAttempts(id)).map(({ state }) => state)).toEqual(["not_posted", "published_adopted"]);
    expect(await simulator.posts(network)).toHaveLength(1);
  },
);

test.each(networkIds)(
  "on %s nothing is made twice however often its member overlooks it, and whatever its picture",
  async (network) => {
    const sharer = await makeSharer(simulator, network);
    const curator = await makeActor(sharer.actor.organizationId, ["curator"]);
    const blank = { width: 80, height: 40, channels: 3, background: "#b4402a" } as const;
    const image = await keepImage(curator, await sharp({ create: blank }).png().toBuffer(), "A red square");
    const story = await makeLiveStory(curator, { kind: "image", url: null, imageId: image.id });
    const id = await makeDueShare(sharer, "With a picture.", story);
    await loseAnswer(network);
    await workOn(sharer);
    for (let times = 0; times < 2 && (await readShare(id)).state === "unknown"; times++) {
      later(minute);
      await overlook(sharer, id);
      await loseAnswer(network);
      await workOn(sharer);
    }
    expect(await simulator.posts(network)).toHaveLength(1);
    expect((await readShare(id)).state).toBe(network === "mastodon" ? "published" : "unknown");
  },
);

test.each(networkIds)("on %s what never arrived is made when it is published again", async (network) => {
  const sharer = await makeSharer(simulator, network);
  const id = await makeDueShare(sharer);
  await loseAnswer(network, "drop_before");
  await workOn(sharer);
  later(2 * minute);
  await overlook(sharer, id);
  await workOn(sharer);
  expect(await simulator.posts(network)).toHaveLength(1);
  expect(await readShare(id)).toMatchObject({ state: "published", publishedAt: now });
});

test("where a key is forgotten after an hour, the post is looked for before it is made again", async () => {
  const sharer = await makeSharer(simulator, "mastodon");
  const id = await makeDueShare(sharer);
  await loseAnswer("mastodon");
  await workOn(sharer);
  later(3 * 60 * minute);
  await overlook(sharer, id);
  await workOn(sharer);
  const posts = await simulator.posts("mastodon");
  expect(posts).toHaveLength(1);
  expect(await readShare(id)).toMatchObject({ state: "published", postUrl: posts[0]?.permalink });
});

test.each(["bluesky", "mastodon"] as const)(
  "on %s a worker that stood still does not change what another one sends",
  async (network) => {
    const sharer = await makeSharer(simulator, network);
    const id = await makeDueShare(sharer);
    const actor = systemActor(sharer.actor.organizationId, "publish");
    const { connectionId } = sharer;
    const [stalled, quick] = [newLease(), newLease()];
    await takeLease(stalled);
    const first = await takeLeaving(stalled);
    const [ours, theirs] = [await prepare(), await prepare()];
    later(40_000);
    await takeLease(quick);
    const second = await takeLeaving(quick);
    expect(second.attempt.id).toBe(first.attempt.id);
    expect(await commitSending(actor, stalled, first, ours)).toBe("lost");
    expect(await commitSending(actor, quick, second, theirs)).toBe("committed");
    expect(await commitSending(actor, stalled, first, ours)).toBe("lost");

    await loseAnswer(network);
    const answer = await withAccess(actor, connectionId, (access) => publisher().create(access, theirs));
    await settleAnswer(actor, { ...second, leaseId: quick.id }, "sent", answer as CreateAnswer);
    later(40_000);
    await resolveShare(sharer.actor, { shareId: id, how: "ask", postUrl: "" });
    expect(await simulator.posts(network)).toHaveLength(1);
    expect(await readShare(id)).toMatchObject({ state: "published" });

    function newLease() {
      return { organizationId: actor.organizationId, connectionId, id: newId() };
    }
    async function takeLeaving(lease: typeof stalled) {
      const next = await takeNext(actor, lease);
      if (next.kind !== "attempt") throw new Error(`nothing leaves: ${next.kind}`);
      return next;
    }
    async function prepare(): Promise<CreateRequest> {
      const prepared = await withAccess(actor, connectionId, (access) =>
        publisher().prepare(access, frozenPost, null),
      );
      if (prepared.kind !== "ready") throw new Error(`it is not ready: ${prepared.kind}`);
      return prepared.request;
    }
    function publisher() {
      const adapter = adapterOf(network);
      if (!adapter) throw new Error("nobody speaks to it");
      return adapter.publisher;
    }
  },
);
