import { afterEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { networkBlocks } from "#db/schema/attempts.ts";
import { connections } from "#db/schema/connections.ts";
import { networkCharges } from "#db/schema/costs.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import type { NetworkId } from "../network.ts";
import { listNetworkOverviews } from "./queries.ts";

const before = { ...env };
const unset = ["NETWORK_SIMULATOR", "X_CLIENT_ID", "X_CLIENT_SECRET"] as const;
afterEach(() => {
  for (const name of unset) delete env[name];
  Object.assign(env, before);
});

const makeAdmin = async () => makeActor((await makeOrganization()).id, ["employee", "admin"]);

async function overviewOf(admin: MemberActor, network: NetworkId) {
  return (await listNetworkOverviews(admin)).find(({ id }) => id === network);
}

const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);

test("every network that members can connect is there, with what its app still needs", async () => {
  env.X_CLIENT_ID = undefined;
  env.X_CLIENT_SECRET = undefined;
  const overviews = await listNetworkOverviews(await makeAdmin());
  expect(overviews.map(({ id, missing }) => [id, missing])).toEqual([
    ["linkedin", ["LINKEDIN_CLIENT_ID", "LINKEDIN_CLIENT_SECRET"]],
    ["x", ["X_CLIENT_ID", "X_CLIENT_SECRET"]],
    ["bluesky", []],
    ["mastodon", []],
  ]);
});

test("a network whose keys are set is the real one beside a simulator", async () => {
  env.NETWORK_SIMULATOR = "http://127.0.0.1:4000";
  env.X_CLIENT_ID = "id";
  env.X_CLIENT_SECRET = "secret";
  const admin = await makeAdmin();
  expect(await overviewOf(admin, "x")).toMatchObject({ isSimulated: false, missing: [] });
  expect(await overviewOf(admin, "linkedin")).toMatchObject({ isSimulated: true });
});

test("a version that will end is said in time", async () => {
  const admin = await makeAdmin();
  env.LINKEDIN_VERSION = "202001";
  expect((await overviewOf(admin, "linkedin"))?.version).toMatchObject({
    value: "202001",
    warning: expect.stringContaining("may be refused any day"),
  });
});

test("what posting through X would cost follows from the shares of the last thirty days", async () => {
  const admin = await makeAdmin();
  const story = await makeLiveStory(admin);
  for (const days of [1, 2, 29, 31, 200])
    await makeShare(admin, story, { network: "x", confirmedAt: daysAgo(days) });
  await makeShare(admin, story, { network: "linkedin" });
  await makeShare(admin, story, { network: "x", state: "intended", confirmedAt: null });
  expect((await overviewOf(admin, "x"))?.costs).toMatchObject({
    recentShares: 3,
    projected: { shares: 3, costMicros: 600_000 },
    usedPosting: 0,
  });
  expect((await overviewOf(admin, "linkedin"))?.costs).toBeNull();
});

test("what was charged this month is told apart into posting and reading", async () => {
  const admin = await makeAdmin();
  const { organizationId } = admin;
  const month = `${clock.now().toISOString().slice(0, 7)}-01`;
  const charge = (
    kind: "post_with_link" | "post_read" | "account_read",
    amountMicros: number,
    of = month,
  ) => ({
    ...({ organizationId, network: "x", kind, amountMicros, month: of, chargedAt: clock.now() } as const),
  });
  await db
    .insert(networkCharges)
    .values([
      charge("post_with_link", 200_000),
      charge("post_with_link", 200_000),
      charge("post_read", 5_000),
      charge("account_read", 10_000),
      charge("post_with_link", 200_000, "2020-01-01"),
    ]);
  expect((await overviewOf(admin, "x"))?.costs).toMatchObject({ usedPosting: 400_000, usedReading: 15_000 });
});

test("members who are connected, and those whose consent is over, are counted", async () => {
  const admin = await makeAdmin();
  const { organizationId } = admin;
  for (const status of ["ok", "ok", "expired", "disconnected"] as const) {
    const { memberId } = await makeActor(organizationId);
    const account = { subject: newId(), handle: "ada", displayName: "Ada" };
    const now = clock.now();
    await db.insert(connections).values({
      ...{ organizationId, memberId, network: "mastodon", ...account, status },
      ...{ statusChangedAt: now, connectedAt: now },
    });
  }
  expect(await overviewOf(admin, "mastodon")).toMatchObject({ connected: 2, needReconnect: 1 });
  expect(await overviewOf(admin, "bluesky")).toMatchObject({ connected: 0, needReconnect: 0 });
});

test("a network that refuses the app says why and since when", async () => {
  const admin = await makeAdmin();
  const block = { reason: "credits", settings: "", blockedAt: daysAgo(1), retryAt: daysAgo(-1) };
  await db.insert(networkBlocks).values({ organizationId: admin.organizationId, network: "x", ...block });
  expect((await overviewOf(admin, "x"))?.block).toMatchObject({
    sentence: expect.stringContaining("credits are used up"),
    since: expect.stringMatching(/^yesterday at/),
    isDue: false,
  });
  expect((await overviewOf(await makeForeignActor(), "x"))?.block).toBeNull();
});

test("nobody but an admin looks after networks", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["employee", "curator", "manager"]);
  await expect(listNetworkOverviews(curator)).rejects.toMatchObject({ code: "forbidden" });
});
