import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { connectionRequests, connectionTokens } from "#db/schema/connections.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { listNotices } from "#lib/notices/queries.ts";
import { goThroughConsent, makeConnection } from "#lib/test/connect.ts";
import { makeActor, makeOrganization } from "#lib/test/factories.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { withAccess } from "../access/mutations.ts";
import { listConnections } from "../queries.ts";
import { deleteOldRequests, keepAlive, tellOfEnds } from "./mutations.ts";

let simulator: Simulator;
let now: Date;

// Accounts are looked after for everybody, so what other files left in this worker's database goes first.
beforeAll(async () => {
  await db.delete(connectionTokens);
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
afterEach(() => simulator.reset());

const dayMs = 86_400_000;
const passDays = (days: number) => {
  now = new Date(now.getTime() + days * dayMs);
};

test("of sixty days LinkedIn's member hears at fourteen, at three and at the end, once each", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  await makeConnection(simulator, actor, "linkedin");
  const told: number[] = [];
  passDays(43);
  for (let day = 44; day <= 62; day++) {
    passDays(1);
    await Promise.all([tellOfEnds(), tellOfEnds()]);
    const { notices } = await listNotices(actor, 1);
    told.push(notices.length);
  }
  const firstDays = [1, 2, 3].map((count) => told.indexOf(count) + 44);
  expect(firstDays).toEqual([46, 57, 60]);
  expect((await listNotices(actor, 1)).notices.map(({ title }) => title)).toEqual([
    "Herald cannot publish to your LinkedIn account any more",
    "Your LinkedIn account is connected until 22 Jan 2027",
    "Your LinkedIn account is connected until 22 Jan 2027",
  ]);
  expect((await listConnections(actor))[0]?.state).toBe("expired");

  await makeConnection(simulator, actor, "linkedin");
  await tellOfEnds();
  expect(await listNotices(actor, 1)).toMatchObject({ unread: 0 });
  expect((await listConnections(actor))[0]?.state).toBe("ok");
});

test("Bluesky's session ends after ninety days without use, and is kept alive with one use a month", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  const connectionId = await makeConnection(simulator, actor, "bluesky");
  const refreshes = async () =>
    (await simulator.requests("bluesky")).filter(({ path }) => path.endsWith("refreshSession")).length;
  for (let day = 5; day <= 200; day += 5) {
    passDays(5);
    await keepAlive();
    await tellOfEnds();
  }
  expect(await refreshes()).toBe(5);
  expect((await listNotices(actor, 1)).notices).toEqual([]);
  expect(await withAccess(actor, connectionId, async () => "used")).toBe("used");
});

test("an account that nobody chose and the ways that nobody came back from are gone", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  await makeConnection(simulator, actor, "x");
  await goThroughConsent(simulator, actor, "x", { account: "bob" });
  const requests = () =>
    db.select().from(connectionRequests).where(eq(connectionRequests.memberId, actor.memberId));
  expect((await requests()).filter(({ other }) => other)).toHaveLength(1);
  now = new Date(now.getTime() + 11 * 60_000);
  await deleteOldRequests();
  expect((await requests()).filter(({ other }) => other)).toHaveLength(0);
  expect((await simulator.requests("x")).filter(({ path }) => path.endsWith("/revoke"))).toHaveLength(1);
  passDays(2);
  await deleteOldRequests();
  expect(await requests()).toEqual([]);
});
