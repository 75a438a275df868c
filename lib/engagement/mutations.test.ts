import { and, asc, eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { connections, networkApps } from "#db/schema/connections.ts";
import { networkCharges } from "#db/schema/costs.ts";
import { engagementSnapshots, engagementWatches } from "#db/schema/engagement.ts";
import { members } from "#db/schema/members.ts";
import { type MemberActor, systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { disconnect } from "#lib/connections/mutations.ts";
import { listConnections } from "#lib/connections/queries.ts";
import { env } from "#lib/env.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { updateNetworkSettings } from "#lib/networks/settings/mutations.ts";
import { listNotices } from "#lib/notices/queries.ts";
import { makeConnection } from "#lib/test/connect.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { makePublishedShare } from "#lib/test/publish.ts";
import { measureEngagement } from "./mutations.ts";
import { findShareEngagement } from "./queries.ts";
import { deleteExpiredSnapshots } from "./snapshots/mutations.ts";

let simulator: Simulator;
let now: Date;
const scopes = env.LINKEDIN_SCOPES;

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
  env.LINKEDIN_SCOPES = scopes;
  await simulator.reset();
  // The simulated server has forgotten that Herald registered there.
  await db.delete(networkApps);
});

const later = (hours: number) => {
  now = new Date(now.getTime() + hours * 3_600_000);
};

const dollar = 1_000_000;
const on = { publishes: true, measures: true, postingCap: null, readingCap: dollar };

/** A member with an account on a network that Herald measures, and how to publish there. */
async function makeMeasured(network: NetworkId) {
  const { id } = await makeOrganization();
  await updateNetworkSettings(await makeActor(id, ["admin"]), { network, ...on });
  if (network === "linkedin") {
    await simulator.settings({ linkedin: { communityManagement: true } });
    env.LINKEDIN_SCOPES = `${scopes} r_member_postAnalytics r_member_profileAnalytics`;
  }
  const member = await makeActor(id);
  const connectionId = await makeConnection(simulator, member, network);
  const publish = () => makePublishedShare(member, network, connectionId);
  const measure = () => measureEngagement(systemActor(id, "measure"));
  return { organizationId: id, member, connectionId, publish, measure };
}

const engagementOf = async (member: MemberActor, { id }: { id: string }) => findShareEngagement(member, id);

async function figuresOf(member: MemberActor, share: { id: string }) {
  const engagement = await engagementOf(member, share);
  return (
    engagement?.report &&
    Object.fromEntries(engagement.report.figures.map(({ name, value }) => [name, value]))
  );
}

async function watchOf({ id }: { id: string }) {
  const [watch] = await db.select().from(engagementWatches).where(eq(engagementWatches.shareId, id));
  return watch;
}

const snapshotsOf = ({ id }: { id: string }, source: string) =>
  db
    .select()
    .from(engagementSnapshots)
    .where(and(eq(engagementSnapshots.shareId, id), eq(engagementSnapshots.source, source)))
    .orderBy(asc(engagementSnapshots.takenAt));

const setPost = (provider: "x" | "mastodon" | "bluesky" | "linkedin", id: string, change: object) =>
  simulator.post({ provider, id, ...change });

const asked = async (provider: "x" | "mastodon" | "linkedin", path: RegExp) =>
  (await simulator.requests(provider)).filter(
    ({ method, path: at }) => method === "GET" && path.test(at.split("?")[0] ?? ""),
  ).length;

test.each(["bluesky", "mastodon", "x", "linkedin"] as const)(
  "what %s says of a post is shown with its source and time, after its first hour or day",
  async (network) => {
    const { member, publish, measure } = await makeMeasured(network);
    await simulator.account({ provider: network, id: "alice", followers: 812 });
    const share = await publish();
    await measure();
    expect(await engagementOf(member, share)).toMatchObject({
      report: null,
      followers: { count: 812, when: "today at 09:00" },
      note: expect.stringContaining("asked next"),
    });
    await setPost(network, share.externalId, { impressions: 5000, likes: 7, comments: 0, reposts: 2 });
    later(network === "linkedin" ? 24 : 1);
    await measure();
    later(1 / 3);
    expect(await engagementOf(member, share)).toMatchObject({
      report: { takenWhen: "20 minutes ago", source: expect.any(String) },
    });
    expect(await figuresOf(member, share)).toMatchObject({ Reactions: 7, Comments: 0, Reposts: 2 });
  },
);

test("13. what a network does not say is null, and nought is nought", async () => {
  const { member, publish, measure } = await makeMeasured("linkedin");
  const share = await publish();
  await setPost("linkedin", share.externalId, { impressions: null, likes: 0, comments: null, reposts: 1 });
  later(24);
  await measure();
  expect(await figuresOf(member, share)).toEqual({
    "Times shown": null,
    Reactions: 0,
    Comments: null,
    Reposts: 1,
  });
});

test("a figure that Bluesky never reports is not one of its figures", async () => {
  const { member, publish, measure } = await makeMeasured("bluesky");
  const share = await publish();
  later(1);
  await measure();
  expect(Object.keys((await figuresOf(member, share)) ?? {})).toEqual(["Reactions", "Comments", "Reposts"]);
});

test("13. of a post that was deleted the last figures stay, and after two misses it is asked for no more", async () => {
  const { member, publish, measure } = await makeMeasured("mastodon");
  const share = await publish();
  await setPost("mastodon", share.externalId, { likes: 5 });
  later(1);
  await measure();
  await setPost("mastodon", share.externalId, { deleted: true });
  later(1);
  await measure();
  expect(await watchOf(share)).toMatchObject({ misses: 1, endReason: null });
  later(1);
  await measure();
  expect(await watchOf(share)).toMatchObject({ nextAt: null, endReason: "gone" });
  expect(await figuresOf(member, share)).toMatchObject({ Reactions: 5 });
  expect((await engagementOf(member, share))?.note).toMatch(/^Mastodon does not have this post any more/);
});

test("a post that was missed once and is there again starts anew", async () => {
  const { publish, measure } = await makeMeasured("mastodon");
  const share = await publish();
  await setPost("mastodon", share.externalId, { deleted: true });
  later(1);
  await measure();
  await setPost("mastodon", share.externalId, { deleted: false });
  later(1);
  await measure();
  expect(await watchOf(share)).toMatchObject({ misses: 0, endReason: null });
});

test("13. an answer with some posts and some errors counts for each as it is", async () => {
  const { member, publish, measure } = await makeMeasured("x");
  const [there, gone] = [await publish(), await publish()];
  await setPost("x", there.externalId, { likes: 3 });
  await setPost("x", gone.externalId, { deleted: true });
  later(1);
  await measure();
  expect(await figuresOf(member, there)).toMatchObject({ Reactions: 3 });
  expect(await watchOf(gone)).toMatchObject({ misses: 1 });
  expect(await asked("x", /^\/2\/tweets$/)).toBeGreaterThan(0);
});

test("13. without the scope for figures nothing is asked and nothing is shown, and the account goes on publishing", async () => {
  const { organizationId, member } = await makeMeasured("x");
  await updateNetworkSettings(await makeActor(organizationId, ["admin"]), { network: "linkedin", ...on });
  const connectionId = await makeConnection(simulator, member, "linkedin");
  const share = await makePublishedShare(member, "linkedin", connectionId);
  for (const hours of [0, 24, 24]) {
    later(hours);
    await measureEngagement(systemActor(organizationId, "measure"));
  }
  expect(await asked("linkedin", /Analytics|Followers/)).toBe(0);
  expect(await engagementOf(member, share)).toBeNull();
  expect((await listConnections(member)).map(({ state }) => state)).not.toContain("revoked");
  await makePublishedShare(member, "linkedin", connectionId);
});

test("a product that the app lacks takes nothing from the member's account", async () => {
  const { member, publish, measure } = await makeMeasured("linkedin");
  const share = await publish();
  await simulator.settings({ linkedin: { analyticsMissing: true } });
  later(24);
  await measure();
  expect(await listConnections(member)).toMatchObject([{ state: "ok" }]);
  expect(await watchOf(share)).toMatchObject({
    misses: 0,
    endReason: null,
    nextAt: new Date("2026-11-25T09:00Z"),
  });
});

test("when credits are used up one call finds out for everybody, and admins are told once", async () => {
  const { organizationId, publish, measure } = await makeMeasured("x");
  const admin = await makeActor(organizationId, ["admin"]);
  const other = await makeActor(organizationId);
  const shares = [
    await publish(),
    await makePublishedShare(other, "x", await makeConnection(simulator, other, "x", "bob")),
  ];
  await measure();
  await simulator.settings({ x: { credits: 0 } });
  later(1);
  await measure();
  expect(await asked("x", /^\/2\/tweets$/)).toBe(1);
  for (const share of shares)
    expect(await watchOf(share)).toMatchObject({ misses: 0, nextAt: new Date("2026-11-24T10:00Z") });
  later(24);
  await measure();
  expect((await listNotices(admin, 1)).notices.map(({ title }) => title)).toEqual([
    "X gives Herald no figures",
  ]);
  expect(await listConnections(other)).toMatchObject([{ state: "ok" }]);

  await simulator.settings({ x: { credits: 5 } });
  later(24);
  await measure();
  for (const share of shares) expect(await snapshotsOf(share, "X post metrics")).toHaveLength(1);
});

test("13. LinkedIn's figures are gone after 48 hours, from pages at once and then from the database", async () => {
  const { member, publish, measure } = await makeMeasured("linkedin");
  const share = await publish();
  await setPost("linkedin", share.externalId, { impressions: 900 });
  later(24);
  await measure();
  expect(await engagementOf(member, share)).toMatchObject({ keptUntil: expect.stringContaining("at 09:00") });
  later(47.9);
  expect(await figuresOf(member, share)).toMatchObject({ "Times shown": 900 });
  later(0.1);
  expect(await figuresOf(member, share)).toBeNull();
  expect(await engagementOf(member, share)).toMatchObject({
    keptUntil: null,
    note: expect.stringContaining("48 hours"),
  });
  expect(await snapshotsOf(share, "LinkedIn member post analytics")).toHaveLength(1);
  await deleteExpiredSnapshots();
  expect(await snapshotsOf(share, "LinkedIn member post analytics")).toHaveLength(0);
});

test("how long LinkedIn's figures are kept is the operator's to set", async () => {
  const { member, publish, measure } = await makeMeasured("linkedin");
  env.LINKEDIN_FIGURES_HOURS = 2;
  const share = await publish();
  later(24);
  await measure();
  env.LINKEDIN_FIGURES_HOURS = 48;
  later(2);
  expect(await figuresOf(member, share)).toBeNull();
});

test("what does not change is one row a day, and says when it was last so", async () => {
  const { member, publish, measure } = await makeMeasured("mastodon");
  const share = await publish();
  await setPost("mastodon", share.externalId, { likes: 5 });
  for (let hour = 1; hour <= 48; hour += 1) {
    later(1);
    await measure();
  }
  const rows = await snapshotsOf(share, (await engagementOf(member, share))?.report?.source ?? "");
  expect(rows.length).toBeGreaterThanOrEqual(2);
  expect(rows.length).toBeLessThanOrEqual(4);
  expect(await engagementOf(member, share)).toMatchObject({ report: { takenWhen: "just now" } });
  await setPost("mastodon", share.externalId, { likes: 6 });
  later(24);
  await measure();
  expect(await watchOf(share)).toMatchObject({ changedAt: now });
});

test("after fourteen quiet days a post is asked for no more", async () => {
  const { member, publish, measure } = await makeMeasured("mastodon");
  const share = await publish();
  for (let day = 0; day <= 15; day += 1) {
    later(24);
    await measure();
  }
  expect(await watchOf(share)).toMatchObject({ nextAt: null, endReason: "quiet" });
  expect((await engagementOf(member, share))?.note).toContain("is not asked again");
});

test("several posts of an account are one call", async () => {
  const { publish, measure } = await makeMeasured("x");
  for (let count = 0; count < 4; count += 1) await publish();
  later(1);
  await measure();
  expect(await asked("x", /^\/2\/tweets$/)).toBe(1);
});

test("two workers at once ask, and pay, once", async () => {
  const { publish, measure } = await makeMeasured("x");
  await publish();
  later(1);
  await Promise.all([measure(), measure()]);
  expect(await asked("x", /^\/2\/tweets$/)).toBe(1);
});

const spent = async (organizationId: string) =>
  (await db.select().from(networkCharges).where(eq(networkCharges.organizationId, organizationId))).reduce(
    (sum, { amountMicros }) => sum + amountMicros,
    0,
  );

test("reading X is charged once a day for a post, and not for one that is not there", async () => {
  const { organizationId, publish, measure } = await makeMeasured("x");
  const [, gone] = [await publish(), await publish()];
  await measure();
  expect(await spent(organizationId)).toBe(10_000);
  await setPost("x", gone.externalId, { deleted: true });
  later(1);
  await measure();
  expect(await spent(organizationId)).toBe(15_000);
  later(1);
  await measure();
  expect(await spent(organizationId)).toBe(15_000);
  later(14);
  await measure();
  expect(await spent(organizationId)).toBe(20_000);
});

test("a reading whose answer was lost may have been billed, and is made anew for it that day", async () => {
  const { organizationId, publish, measure } = await makeMeasured("x");
  await publish();
  await measure();
  await simulator.script({ match: { provider: "x", path: "/2/tweets" }, effect: { kind: "drop_after" } });
  later(1);
  await measure();
  expect(await spent(organizationId)).toBe(15_000);
  later(1);
  await measure();
  expect(await asked("x", /^\/2\/tweets$/)).toBe(2);
  expect(await spent(organizationId)).toBe(15_000);
});

test("past the month's budget X is not asked, and is again when there is more", async () => {
  const { organizationId, member, publish, measure } = await makeMeasured("x");
  const admin = await makeActor(organizationId, ["admin"]);
  await updateNetworkSettings(admin, { network: "x", ...on, readingCap: 4_000 });
  const share = await publish();
  later(1);
  await measure();
  expect(await asked("x", /^\/2\/tweets$/)).toBe(0);
  expect(await spent(organizationId)).toBe(0);
  await updateNetworkSettings(admin, { network: "x", ...on });
  later(1);
  await measure();
  expect(await engagementOf(member, share)).toMatchObject({ report: { takenWhen: "just now" } });
});

test("where an admin switched measuring off nothing is asked, and nothing shown", async () => {
  const { organizationId, member, publish, measure } = await makeMeasured("x");
  const share = await publish();
  await updateNetworkSettings(await makeActor(organizationId, ["admin"]), {
    ...{ network: "x", ...on, measures: false },
  });
  later(1);
  await measure();
  expect(await asked("x", /^\/2\/tweets$/)).toBe(0);
  expect(await engagementOf(member, share)).toBeNull();
});

test("a network that asks to wait is asked again when it said, and nothing is lost", async () => {
  const { member, publish, measure } = await makeMeasured("x");
  const share = await publish();
  const reset = new Date("2026-11-23T10:15Z");
  await simulator.script({
    match: { provider: "x", path: "/2/tweets" },
    effect: {
      ...{ kind: "status", status: 429, body: { title: "Too Many Requests", status: 429 } },
      headers: { "x-rate-limit-remaining": "0", "x-rate-limit-reset": String(reset.getTime() / 1000) },
    },
  });
  later(1);
  await measure();
  const watch = await watchOf(share);
  expect(watch?.nextAt?.getTime()).toBeGreaterThanOrEqual(reset.getTime());
  expect(watch?.nextAt?.getTime()).toBeLessThan(reset.getTime() + 600_000);
  later(0.5);
  await measure();
  expect(await engagementOf(member, share)).toMatchObject({ report: { takenWhen: "just now" } });
});

test("a server that fails is asked again in an hour, and counts as no miss", async () => {
  const { publish, measure } = await makeMeasured("mastodon");
  const share = await publish();
  await simulator.script({
    match: { provider: "mastodon", path: "/api/v1/statuses" },
    times: 0,
    effect: { kind: "html_502" },
  });
  later(1);
  await measure();
  expect(await watchOf(share)).toMatchObject({ misses: 0, nextAt: new Date("2026-11-23T11:00Z") });
});

test("a consent that was taken back is noted once, and nothing is asked until it is given anew", async () => {
  const { member, connectionId, publish, measure } = await makeMeasured("x");
  const share = await publish();
  await publish();
  await simulator.account({ provider: "x", id: "alice", revoke: true });
  later(1);
  await measure();
  expect(await listConnections(member)).toMatchObject([{ state: "revoked" }]);
  expect((await listNotices(member, 1)).notices).toHaveLength(1);
  const before = (await simulator.requests("x")).length;
  later(24);
  await measure();
  expect((await simulator.requests("x")).length).toBe(before);
  expect(await makeConnection(simulator, member, "x")).toBe(connectionId);
  later(24);
  await measure();
  expect(await engagementOf(member, share)).toMatchObject({ report: { takenWhen: "just now" } });
});

test("the posts of an account that was there before are not asked for through another", async () => {
  const { member, publish, measure } = await makeMeasured("mastodon");
  const share = await publish();
  await db
    .update(connections)
    .set({ subject: "somebody-else" })
    .where(eq(connections.memberId, member.memberId));
  later(1);
  await measure();
  expect(await watchOf(share)).toMatchObject({ nextAt: null, endReason: "disconnected" });
  expect(await asked("mastodon", /^\/api\/v1\/statuses/)).toBe(0);
});

test("a disconnected account is asked no more, and as soon as it is connected again it is", async () => {
  const { member, connectionId, publish, measure } = await makeMeasured("bluesky");
  const share = await publish();
  later(1);
  await measure();
  await disconnect(member, { connectionId });
  later(1);
  await measure();
  expect(await watchOf(share)).toMatchObject({ nextAt: null, endReason: "disconnected" });
  expect(await engagementOf(member, share)).toMatchObject({
    report: { takenWhen: "1 hour ago" },
    note: expect.stringContaining("You disconnected Bluesky"),
  });
  later(24);
  await makeConnection(simulator, member, "bluesky");
  await measure();
  expect(await engagementOf(member, share)).toMatchObject({ report: { takenWhen: "just now" } });
});

test("for a member who was suspended nothing is asked", async () => {
  const { member, publish, measure } = await makeMeasured("mastodon");
  const share = await publish();
  await db.update(members).set({ suspendedAt: now }).where(eq(members.id, member.memberId));
  later(1);
  await measure();
  expect(await watchOf(share)).toMatchObject({ nextAt: new Date("2026-11-24T10:00Z"), misses: 0 });
});

test("what was to be read for a suspended member is not charged", async () => {
  const { organizationId, member, publish, measure } = await makeMeasured("x");
  await publish();
  await db.update(members).set({ suspendedAt: now }).where(eq(members.id, member.memberId));
  later(1);
  await measure();
  expect(await spent(organizationId)).toBe(0);
});

test("nobody else sees what was reported of a share", async () => {
  const { organizationId, publish, measure } = await makeMeasured("mastodon");
  const share = await publish();
  later(1);
  await measure();
  for (const other of [await makeActor(organizationId, ["employee", "admin"]), await makeForeignActor()])
    expect(await engagementOf(other, share)).toBeNull();
});
