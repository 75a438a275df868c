import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { networkBlocks, publishAttempts } from "#db/schema/attempts.ts";
import { connections, networkApps } from "#db/schema/connections.ts";
import { networkCharges, networkSettings } from "#db/schema/costs.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { listConnections } from "#lib/connections/queries.ts";
import { env } from "#lib/env.ts";
import { retryBlock } from "#lib/networks/blocks/mutations.ts";
import { listNotices } from "#lib/notices/queries.ts";
import { keepImage } from "#lib/stories/images/mutations.ts";
import { makeActor, makeLiveStory, makeOrganization } from "#lib/test/factories.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { shortenWaits } from "#lib/test/networks/shorten-waits.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { outcomeOf } from "#lib/test/outcome-of.ts";
import { countCreates, makeDueShare, makeSharer, readAttempts, readShare, workOn } from "#lib/test/sharer.ts";
import { openShare } from "../mutations.ts";
import { editScheduledShare, scheduleShare } from "../schedule/mutations.ts";
import { publishAgain, resolveShare } from "./mutations.ts";
import { restMs } from "./timing.ts";

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
  env.LINKEDIN_VERSION = "202609";
  await simulator.reset();
  // A simulator that forgot everything knows no registered app any more.
  await db.delete(networkApps);
});

const networkIds = ["linkedin", "x", "bluesky", "mastodon"] as const;
type Simulated = (typeof networkIds)[number];

const later = (milliseconds: number) => {
  now = new Date(now.getTime() + milliseconds);
};
const minute = 60_000;

const creating: Record<Simulated, string> = {
  linkedin: "/rest/posts",
  x: "/2/tweets",
  bluesky: "^/xrpc/com.atproto.repo.(create|put)Record",
  mastodon: "/api/v1/statuses",
};
const whenCreating = (provider: Simulated, effect: Effect, times = 1) =>
  simulator.script({ match: { provider, method: "POST", path: creating[provider] }, effect, times });

const postsOf = async (provider: Simulated) => simulator.posts(provider);
const titlesOf = async (actor: MemberActor) =>
  (await listNotices(actor, 1)).notices.map(({ title }) => title);
const unreadOf = async (actor: MemberActor) =>
  (await listNotices(actor, 1)).notices.flatMap(({ kind, isRead }) => (isRead ? [] : kind));

test.each(networkIds)(
  "a share leaves for %s once, with its words and its link, and is scored",
  async (network) => {
    const sharer = await makeSharer(simulator, network);
    const id = await makeDueShare(sharer);
    await workOn(sharer);
    await workOn(sharer);

    const [post, ...others] = await postsOf(network);
    expect(others).toEqual([]);
    expect(post?.text).toContain("Have a look at this.");
    expect(await readShare(id)).toMatchObject({
      state: "published",
      postUrl: post?.permalink,
      publishedAt: now,
      confirmedAt: now,
      reason: null,
    });
    expect(await readAttempts(id)).toMatchObject([{ number: 1, state: "published", sendingAt: now }]);
    const entries = await db.select().from(scoreEntries).where(eq(scoreEntries.shareId, id));
    expect(entries.filter(({ rule }) => rule === "confirmed_share")).toHaveLength(1);
  },
);

test.each(networkIds)(
  "1. create dropped after processing on %s: one visible post, unknown, and the network's own resolution",
  async (network) => {
    const sharer = await makeSharer(simulator, network);
    const id = await makeDueShare(sharer);
    await whenCreating(network, { kind: "drop_after" });
    await workOn(sharer);
    later(2 * minute);
    await workOn(sharer);
    expect((await readShare(id)).state).toBe("unknown");
    expect(await unreadOf(sharer.actor)).toContain("share.unknown");
    expect(await countCreates(simulator, network)).toBe(1);

    later(minute);
    const share = await resolveShare(sharer.actor, { shareId: id, how: "ask", postUrl: "" });
    const [post, ...others] = await postsOf(network);
    expect(others).toEqual([]);
    expect(share).toMatchObject({ state: "published", postUrl: post?.permalink });
    expect(await unreadOf(sharer.actor)).not.toContain("share.unknown");
    expect((await readAttempts(id)).map(({ state }) => state)).toEqual([expect.stringMatching(/^published/)]);
    const reads = await db.select().from(networkCharges).where(eq(networkCharges.subjectId, id));
    expect(reads.map(({ kind }) => kind)).toEqual(network === "x" ? ["post_read"] : []);
  },
);

test("1. what nobody can be asked about is said by the member, and then published again with the same words", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const { actor } = sharer;
  const id = await makeDueShare(sharer);
  await whenCreating("linkedin", { kind: "drop_before" });
  await workOn(sharer);
  expect((await readShare(id)).state).toBe("unknown");
  expect(await titlesOf(actor)).toContain("Your post may be on LinkedIn");
  expect(await outcomeOf(publishAgain(actor, { shareId: id }))).toMatch(/^conflict/);

  await resolveShare(actor, { shareId: id, how: "not_there", postUrl: "" });
  expect(await unreadOf(actor)).toEqual([]);
  expect(await outcomeOf(editScheduledShare(actor, { shareId: id, text: "Other words." }))).toMatch(
    /^conflict: This post may have left once/,
  );
  await publishAgain(actor, { shareId: id });
  await workOn(sharer);
  expect((await readShare(id)).state).toBe("published");
  const attempts = await readAttempts(id);
  expect(attempts.map(({ state }) => state)).toEqual(["not_posted", "published"]);
  expect(attempts[1]?.post).toEqual(attempts[0]?.post);
  expect(await postsOf("linkedin")).toHaveLength(1);
});

test("1. after a post that a network did not answer for, the account's others wait, longer with each such post", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const [first, second] = [await makeDueShare(sharer, "One."), await makeDueShare(sharer, "Two.")];
  await whenCreating("linkedin", { kind: "drop_before" });
  await workOn(sharer);
  later(restMs(1) - 1);
  await workOn(sharer);
  expect(await readShare(first)).toMatchObject({ state: "unknown", reason: "no_answer" });
  expect((await readShare(second)).state).toBe("scheduled");
  expect(await countCreates(simulator, "linkedin")).toBe(1);
  expect([1, 2, 3, 20].map(restMs)).toEqual([5000, 10_000, 20_000, 30 * minute]);

  later(1);
  await workOn(sharer);
  expect((await readShare(second)).state).toBe("published");
});

test("1. the account's others wait no longer than until it is known what became of that post", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const [first, second] = [await makeDueShare(sharer, "One."), await makeDueShare(sharer, "Two.")];
  await whenCreating("linkedin", { kind: "drop_before" });
  await workOn(sharer);
  await resolveShare(sharer.actor, { shareId: first, how: "not_there", postUrl: "" });
  await workOn(sharer);
  expect((await readShare(second)).state).toBe("published");
});

test("1. a member who saw the post says so: it counts as theirs, attested", async () => {
  const sharer = await makeSharer(simulator, "x");
  const id = await makeDueShare(sharer);
  await whenCreating("x", { kind: "drop_after" });
  await workOn(sharer);
  const postUrl = "https://x.com/alice/status/1234567890123456789";
  const share = await resolveShare(sharer.actor, { shareId: id, how: "there", postUrl });
  expect(share).toMatchObject({ state: "confirmed", postUrl });
  expect(await unreadOf(sharer.actor)).toEqual([]);
  expect(await readShare(id)).toMatchObject({ publishedAt: null, confirmedAt: now });
});

test("2. a worker killed between sending and the answer: no second create", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const [first, second] = [await makeDueShare(sharer, "One."), await makeDueShare(sharer, "Two.")];
  // As its last commit left it.
  const { organizationId } = sharer.actor;
  await db.update(shares).set({ state: "publishing" }).where(eq(shares.id, first));
  const dead = newId();
  await db.insert(publishAttempts).values({
    ...{ organizationId, shareId: first, number: 1, network: "linkedin", connectionId: sharer.connectionId },
    ...{ subject: "alice", state: "sending", post: { text: "One." }, leaseId: dead, sendingAt: now },
  });
  const leasedUntil = new Date(now.getTime() + 30_000);
  await db
    .update(connections)
    .set({ leaseId: dead, leasedUntil })
    .where(eq(connections.id, sharer.connectionId));

  await workOn(sharer);
  later(45_000);
  await workOn(sharer);
  expect(await readShare(first)).toMatchObject({ state: "publishing" });
  expect(await readShare(second)).toMatchObject({ state: "scheduled" });
  later(minute);
  await workOn(sharer);
  expect(await readShare(first)).toMatchObject({ state: "unknown", reason: "interrupted" });
  expect(await readShare(second)).toMatchObject({ state: "published" });
  expect((await postsOf("linkedin")).map(({ text }) => text)).toEqual(["Two."]);
});

test("3. LinkedIn's 422 duplicate without an earlier attempt is rejected, with the link", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const story = await makeLiveStory(sharer.actor);
  const one = await makeDueShare(sharer, "The same words.", story);
  await workOn(sharer);
  const [post] = await postsOf("linkedin");
  await simulator.reset();
  const again = await makeSharer(simulator, "linkedin");
  await whenCreating("linkedin", {
    kind: "status",
    status: 422,
    body: {
      message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${post?.id}`,
      errorDetails: { inputErrors: [{ description: "Duplicate post is detected", code: "DUPLICATE_POST" }] },
      status: 422,
    },
  });
  const other = await makeDueShare(again, "The same words.");
  await workOn(again);
  expect(await readShare(one)).toMatchObject({ state: "published" });
  expect(await readShare(other)).toMatchObject({ state: "failed", reason: "rejected_duplicate" });
  expect(await readAttempts(other)).toMatchObject([{ state: "rejected", url: post?.permalink }]);
});

test("6. revoked during a batch of five: one call, five that need reconnecting, one message", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const ids: string[] = [];
  for (let count = 0; count < 5; count++) ids.push(await makeDueShare(sharer, `Number ${count}.`));
  later(minute);
  await simulator.account({ provider: "linkedin", id: "alice", revoke: true });
  await workOn(sharer);
  await workOn(sharer);

  expect(await countCreates(simulator, "linkedin")).toBe(1);
  for (const id of ids)
    expect(await readShare(id)).toMatchObject({ state: "failed", reason: "needs_reconnect" });
  expect(await titlesOf(sharer.actor)).toEqual(["Herald cannot publish to your LinkedIn account any more"]);
  expect((await listConnections(sharer.actor))[0]).toMatchObject({ state: "revoked" });

  await simulator.account({ provider: "linkedin", id: "alice" });
  await makeSharer(simulator, "linkedin", { actor: sharer.actor });
  for (const shareId of ids) await publishAgain(sharer.actor, { shareId });
  await workOn(sharer);
  expect((await postsOf("linkedin")).map(({ text }) => text).toSorted()).toEqual(
    ids.map((_, count) => `Number ${count}.`),
  );
});

test.each([
  ["x", { title: "Unauthorized", status: 401 }, 401],
  ["bluesky", { error: "ExpiredToken", message: "Token has expired" }, 400],
] as const)(
  "6. %s refuses a token that could be renewed: it is, and the post leaves with the next one",
  async (network, body, status) => {
    const sharer = await makeSharer(simulator, network);
    const id = await makeDueShare(sharer);
    await whenCreating(network, { kind: "status", status, body });
    await workOn(sharer);
    expect(await readShare(id)).toMatchObject({ state: "scheduled", reason: "network_away" });
    expect((await listConnections(sharer.actor))[0]).toMatchObject({ state: "ok" });
    later(3 * minute);
    await workOn(sharer);
    expect(await readShare(id)).toMatchObject({ state: "published" });
    expect(await postsOf(network)).toHaveLength(1);
    expect(await titlesOf(sharer.actor)).toEqual([]);
  },
);

test("7. 429 with a reset: not called before the reset, the order kept, with jitter", async () => {
  const sharer = await makeSharer(simulator, "x");
  const ids: string[] = [];
  for (let count = 0; count < 3; count++) ids.push(await makeDueShare(sharer, `Number ${count}.`));
  const reset = new Date(now.getTime() + 10 * minute);
  await whenCreating("x", {
    kind: "status",
    status: 429,
    body: { title: "Too Many Requests", status: 429 },
    headers: { "x-rate-limit-reset": String(reset.getTime() / 1000), "x-rate-limit-remaining": "0" },
  });
  await workOn(sharer);
  later(5 * minute);
  await workOn(sharer);
  expect(await countCreates(simulator, "x")).toBe(1);
  expect(await readShare(ids[0] ?? "")).toMatchObject({ state: "scheduled", reason: "network_limit" });
  const [connection] = await db.select().from(connections).where(eq(connections.id, sharer.connectionId));
  expect(connection?.pausedUntil?.getTime()).toBeGreaterThanOrEqual(reset.getTime());

  now = new Date((connection?.pausedUntil?.getTime() ?? 0) + 1000);
  await workOn(sharer);
  const posts = (await postsOf("x")).toReversed();
  expect(posts.map(({ text }) => text.slice(0, 9))).toEqual(["Number 0.", "Number 1.", "Number 2."]);
  expect((await readAttempts(ids[0] ?? "")).map(({ state }) => state)).toEqual(["retry_after", "published"]);
});

test("8. 402: the breaker opens, other networks go on, credits are added, the queue drains without duplicates", async () => {
  const organization = await makeOrganization();
  const admin = await makeActor(organization.id, ["admin"]);
  const sharers = [];
  for (const account of ["alice", "bob", "carol"])
    sharers.push(await makeSharer(simulator, "x", { account, actor: await makeActor(organization.id) }));
  const ids: string[] = [];
  for (const sharer of sharers) ids.push(await makeDueShare(sharer, `By ${sharer.actor.memberId}.`));
  const elsewhere = await makeSharer(simulator, "mastodon", { actor: sharers[0]?.actor });
  const other = await makeDueShare(elsewhere);

  await simulator.account({ provider: "x", id: "alice", credits: 0 });
  for (const sharer of sharers) await workOn(sharer);
  await workOn(elsewhere);
  expect(await countCreates(simulator, "x")).toBe(1);
  for (const id of ids)
    expect(await readShare(id)).toMatchObject({ state: "scheduled", reason: "network_blocks" });
  expect(await readShare(other)).toMatchObject({ state: "published" });
  expect((await listConnections(sharers[0]?.actor ?? admin)).map(({ state }) => state)).toEqual(["ok", "ok"]);
  expect(await titlesOf(admin)).toEqual(["X refuses Herald itself"]);

  later(16 * minute);
  for (const sharer of sharers) await workOn(sharer);
  expect(await countCreates(simulator, "x")).toBe(2);
  expect(await titlesOf(admin)).toHaveLength(1);

  await simulator.account({ provider: "x", id: "alice", credits: 100 });
  for (const sharer of sharers) await workOn(sharer);
  expect(await countCreates(simulator, "x")).toBe(2);
  await retryBlock(admin, { network: "x" });
  for (const sharer of sharers) await workOn(sharer);
  expect(await postsOf("x")).toHaveLength(3);
  for (const id of ids) expect(await readShare(id)).toMatchObject({ state: "published" });
  const charges = await db
    .select()
    .from(networkCharges)
    .where(eq(networkCharges.organizationId, organization.id));
  expect(charges.filter(({ kind }) => kind === "post_with_link")).toHaveLength(3);
});

test("9. 426: the breaker opens, the configuration is changed, the queue drains at once", async () => {
  const organization = await makeOrganization();
  const sharers = [];
  for (const account of ["alice", "bob"])
    sharers.push(
      await makeSharer(simulator, "linkedin", { account, actor: await makeActor(organization.id) }),
    );
  const ids: string[] = [];
  for (const sharer of sharers) ids.push(await makeDueShare(sharer, `By ${sharer.actor.memberId}.`));
  env.LINKEDIN_VERSION = "202508";
  for (const sharer of sharers) await workOn(sharer);
  expect(await postsOf("linkedin")).toEqual([]);
  const blocks = await db
    .select()
    .from(networkBlocks)
    .where(eq(networkBlocks.organizationId, organization.id));
  expect(blocks).toMatchObject([{ network: "linkedin", reason: "version" }]);

  env.LINKEDIN_VERSION = "202609";
  for (const sharer of sharers) await workOn(sharer);
  for (const id of ids) expect(await readShare(id)).toMatchObject({ state: "published" });
  expect(await postsOf("linkedin")).toHaveLength(2);
});

test("5. a wrong app secret at the refresh touches no account, and what is due waits", async () => {
  const sharer = await makeSharer(simulator, "x");
  const id = await makeDueShare(sharer);
  later(3 * 60 * minute);
  await simulator.script({
    match: { provider: "x", path: "/2/oauth2/token" },
    effect: { kind: "status", status: 401, body: { error: "invalid_client" } },
  });
  await workOn(sharer);
  expect(await readShare(id)).toMatchObject({ state: "scheduled", reason: "network_blocks" });
  expect((await listConnections(sharer.actor))[0]).toMatchObject({ state: "ok" });
  later(16 * minute);
  await workOn(sharer);
  expect(await readShare(id)).toMatchObject({ state: "published" });
});

test("11. the picture's upload fails: nothing is published, and the attempt is made again", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const curator = await makeActor(sharer.actor.organizationId, ["curator"]);
  const image = await addPicture(curator);
  const id = await makeDueShare(sharer, "With a picture.", await makeLiveStory(curator, { imageId: image }));
  await simulator.script({
    match: { provider: "linkedin", path: "/rest/images" },
    effect: { kind: "html_502" },
  });
  await workOn(sharer);
  expect(await postsOf("linkedin")).toEqual([]);
  expect(await readShare(id)).toMatchObject({ state: "scheduled" });
  later(5 * minute);
  await workOn(sharer);
  expect(await readShare(id)).toMatchObject({ state: "published" });
  expect(await postsOf("linkedin")).toMatchObject([{ card: { image: expect.stringContaining("http") } }]);
});

test("14. the same slot picked up by two workers: one create", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const id = await makeDueShare(sharer);
  await Promise.all(Array.from({ length: 6 }, () => workOn(sharer)));
  expect(await countCreates(simulator, "linkedin")).toBe(1);
  expect(await readShare(id)).toMatchObject({ state: "published" });
});

test.each<{ name: string; network: Simulated; effect: Effect; state: string }>([
  {
    name: "201 with HTML",
    network: "x",
    effect: { kind: "status", status: 201, body: "<html></html>", processed: true },
    state: "unknown|published",
  },
  {
    name: "200 with truncated JSON",
    network: "mastodon",
    effect: { kind: "truncate_body" },
    state: "unknown|published",
  },
  {
    name: "204",
    network: "linkedin",
    effect: { kind: "status", status: 204, processed: true },
    state: "unknown|published",
  },
  {
    name: "500",
    network: "linkedin",
    effect: { kind: "status", status: 500, processed: true },
    state: "unknown",
  },
  { name: "a gateway's page", network: "x", effect: { kind: "html_502", processed: true }, state: "unknown" },
])(
  "15. the network answers $name: doubt, never a crash and never a second post",
  async ({ network, effect, state }) => {
    const sharer = await makeSharer(simulator, network);
    const id = await makeDueShare(sharer);
    await whenCreating(network, effect);
    await workOn(sharer);
    later(3 * minute);
    await workOn(sharer);
    expect((await readShare(id)).state).toMatch(new RegExp(`^(${state})$`));
    expect(await countCreates(simulator, network)).toBe(1);
    expect(await postsOf(network)).toHaveLength(1);
  },
);

test("what costs money leaves only under the month's cap, whoever is at work", async () => {
  const organization = await makeOrganization();
  const sharers = [];
  for (const account of ["alice", "bob", "carol", "dave"])
    sharers.push(await makeSharer(simulator, "x", { account, actor: await makeActor(organization.id) }));
  await db
    .update(networkSettings)
    .set({ postingCapMicros: 400_000 })
    .where(eq(networkSettings.organizationId, organization.id));
  const ids: string[] = [];
  for (const sharer of sharers) ids.push(await makeDueShare(sharer, `By ${sharer.actor.memberId}.`));
  await Promise.all(sharers.map(workOn));
  const states = await Promise.all(ids.map(readShare));
  expect(states.map(({ state, reason }) => reason ?? state).toSorted()).toEqual([
    "over_cap",
    "over_cap",
    "published",
    "published",
  ]);
  expect(await postsOf("x")).toHaveLength(2);
});

test("a share whose time comes later leaves then, and its member is told", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const { actor } = sharer;
  const story = await makeLiveStory(actor);
  const { share } = await openShare(actor, { storyId: story.id, requestId: newId() });
  const words = { shareId: share.id, network: "linkedin" as const, text: "Later.", captionId: null };
  await scheduleShare(actor, { ...words, at: "2026-11-23T11:00", timeZone: "UTC" });
  await workOn(sharer);
  expect(await postsOf("linkedin")).toEqual([]);
  later(2 * 60 * minute);
  await workOn(sharer);
  expect(await postsOf("linkedin")).toHaveLength(1);
  expect(await titlesOf(actor)).toEqual(["Your post is on LinkedIn"]);
});

async function addPicture(curator: MemberActor): Promise<string> {
  const blank = { width: 80, height: 40, channels: 3, background: "#b4402a" } as const;
  const { id } = await keepImage(curator, await sharp({ create: blank }).png().toBuffer(), "A red square");
  return id;
}
