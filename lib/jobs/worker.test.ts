import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { connection, db } from "#db/client.ts";
import { visitorSalts } from "#db/schema/clicks.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { sessions, users, verificationTokens } from "#db/schema/users.ts";
import { deleteOldSalts } from "#lib/clicks/salts/mutations.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import {
  makeActor,
  makeClick,
  makeConnection,
  makeLiveStory,
  makeOrganization,
  makeShare,
  makeStory,
} from "#lib/test/factories.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { countCreates, makeDueShare, makeSharer } from "#lib/test/sharer.ts";
import { openBoss } from "./boss.ts";
import { deleteOldSignIns, vacuumEmbeddedDatabase } from "./mutations.ts";
import { listOrganizationsToRollUp, listOrganizationsToScore } from "./queries.ts";
import { rollUpQueue, scoreQueue, sweepQueue } from "./queues.ts";
import { sendJobs } from "./requests.ts";
import { requestRollUp } from "./rolling-up.ts";
import { requestScoring } from "./scoring.ts";
import { startWorker, stopWorker } from "./worker.ts";

afterEach(async () => {
  await stopWorker({ timeoutMs: 5000 });
  vi.restoreAllMocks();
});

async function makeClickedShare() {
  const member = await makeActor((await makeOrganization()).id);
  const share = await makeShare(member, await makeLiveStory(member));
  await makeClick(share);
  return member;
}

const points = async (organizationId: string) =>
  (
    await db
      .select({ points: scoreEntries.points })
      .from(scoreEntries)
      .where(eq(scoreEntries.organizationId, organizationId))
  ).map((entry) => entry.points);

test("a click whose scoring was asked for is scored within seconds", async () => {
  const member = await makeClickedShare();
  await startWorker();
  for (let count = 0; count < 10; count += 1) requestScoring(member.organizationId);
  await vi.waitFor(async () => expect(await points(member.organizationId)).toEqual([2]), {
    timeout: 10_000,
    interval: 200,
  });
});

test("the sweep finds a share and a click whose scoring nobody asked for", async () => {
  const member = await makeClickedShare();
  await startWorker();
  await (await openBoss()).send(sweepQueue.name);
  await vi.waitFor(async () => expect(await points(member.organizationId)).toEqual([10, 2]), {
    timeout: 18_000,
    interval: 200,
  });
  expect(await listOrganizationsToScore()).not.toContain(member.organizationId);
});

test.each([
  { name: "was asked for", ask: requestRollUp },
  { name: "nobody asked for", ask: async () => void (await (await openBoss()).send(sweepQueue.name)) },
])("a roll-up that $name takes every batch within seconds", async ({ ask }) => {
  const { organizationId } = await makeClickedShare();
  await startWorker();
  await ask(organizationId);
  await vi.waitFor(async () => expect(await listOrganizationsToRollUp()).not.toContain(organizationId), {
    timeout: 18_000,
    interval: 200,
  });
});

test("many organizations are rolled up within seconds, and one that fails holds none of them back", async () => {
  const failure = vi.spyOn(log, "error").mockImplementation(() => {});
  const organizationIds: string[] = [];
  for (let count = 0; count < 25; count += 1) organizationIds.push((await makeClickedShare()).organizationId);
  await sendJobs(rollUpQueue, ["of nobody", ...organizationIds]);
  await startWorker();
  await vi.waitFor(
    async () => {
      const waiting = new Set(await listOrganizationsToRollUp());
      expect(organizationIds.filter((id) => waiting.has(id))).toEqual([]);
    },
    { timeout: 10_000, interval: 200 },
  );
  expect(failure).toHaveBeenCalledWith(
    expect.objectContaining({ organizationId: "of nobody" }),
    "the job roll-up failed",
  );
  await (await openBoss()).deleteAllJobs(rollUpQueue.name);
});

test("the sweep finds a share that is due", async () => {
  const member = await makeActor((await makeOrganization()).id);
  const connection = await makeConnection(member);
  const due = {
    connectionId: connection.id,
    state: "scheduled",
    scheduledFor: new Date(),
    confirmedAt: null,
  } as const;
  const share = await makeShare(member, await makeStory(member, { state: "archived" }), due);
  await startWorker();
  await (await openBoss()).send(sweepQueue.name);
  // Its story was withdrawn, so that no network is needed to settle it.
  await vi.waitFor(async () => expect(await stateOf(share.id)).toEqual(["failed", "story_withdrawn"]), {
    timeout: 18_000,
    interval: 200,
  });
});

test("a network that does not answer holds no post to another network back", async () => {
  const simulator = await startSimulator();
  env.NETWORK_SIMULATOR = simulator.origin;
  try {
    const hangs = { kind: "delay_ms", ms: 20_000 } as const;
    await simulator.script({ match: { provider: "linkedin", path: "/rest/posts" }, times: 0, effect: hangs });
    const { organizationId } = await makeActor((await makeOrganization()).id);
    for (let count = 0; count < 25; count += 1) {
      const actor = await makeActor(organizationId);
      await makeDueShare(await makeSharer(simulator, "linkedin", { account: `member${count}`, actor }));
    }
    await startWorker();
    await vi.waitFor(async () => expect(await countCreates(simulator, "linkedin")).toBe(20), {
      timeout: 10_000,
    });
    const shareId = await makeDueShare(await makeSharer(simulator, "bluesky"));
    await vi.waitFor(async () => expect((await stateOf(shareId))[0]).toBe("published"), { timeout: 6000 });
  } finally {
    env.NETWORK_SIMULATOR = undefined;
    await simulator.close();
  }
}, 40_000);

async function stateOf(shareId: string) {
  const [share] = await db.select().from(shares).where(eq(shares.id, shareId));
  return [share?.state, share?.reason];
}

test("one job waits for each organization, however often it is sent", async () => {
  const boss = await openBoss();
  const organizationId = (await makeOrganization()).id;
  const job = { data: { organizationId }, singletonKey: organizationId };
  await boss.insert(scoreQueue.name, [job]);
  await boss.insert(scoreQueue.name, [job]);
  const waiting = await boss.findJobs(scoreQueue.name, { key: organizationId });
  expect(waiting).toHaveLength(1);
  await boss.deleteAllJobs(scoreQueue.name);
});

test("the salts of yesterday are deleted down to the last byte, today's is kept", async () => {
  const today = new Date().toISOString().slice(0, 10);
  const salt = new Uint8Array(32);
  await db
    .insert(visitorSalts)
    .values([
      { day: "2026-01-01", salt },
      { day: today, salt },
    ])
    .onConflictDoNothing();
  // A deleted row stays on its page until something overwrites it; a table that was written anew is another file.
  const file = async () =>
    JSON.stringify((await connection().client.query("select pg_relation_filenode('visitor_salts')")).rows);
  const before = await file();
  await deleteOldSalts();
  expect(await file()).not.toBe(before);
  expect((await db.select({ day: visitorSalts.day }).from(visitorSalts)).map((row) => row.day)).toEqual([
    today,
  ]);
});

test("a mailed link is deleted when it expired, and a session 90 days after it ended", async () => {
  const { organizationId, memberId } = await makeActor((await makeOrganization()).id);
  const [user] = await db
    .insert(users)
    .values({ email: `${memberId}@acme.test` })
    .returning();
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
  const session = (expiresAt: Date) => ({ userId: user?.id ?? "", organizationId, memberId, expiresAt });
  await db.insert(sessions).values([session(daysAgo(91)), session(daysAgo(89))]);
  const link = { identifier: `${memberId}@acme.test` };
  await db.insert(verificationTokens).values([
    { ...link, token: "spent", expires: daysAgo(1) },
    { ...link, token: "good", expires: daysAgo(-1) },
  ]);
  await deleteOldSignIns();
  const kept = await db.select().from(sessions).where(eq(sessions.memberId, memberId));
  expect(kept).toHaveLength(1);
  const links = await db
    .select()
    .from(verificationTokens)
    .where(eq(verificationTokens.identifier, link.identifier));
  expect(links.map(({ token }) => token)).toEqual(["good"]);
});

// A server has autovacuum.
test.skipIf(process.env.TEST_DATABASE_URL)(
  "the embedded database gets back the room of rows that are gone, and knows its tables' sizes",
  async () => {
    const sizes = async () =>
      (await db.execute("select relpages, reltuples from pg_class where relname = 'worn'")) as unknown;
    await db.execute("create table worn as select repeat('x', 500) from generate_series(1, 1000)");
    await vacuumEmbeddedDatabase();
    expect(await sizes()).toMatchObject({ rows: [{ relpages: 67, reltuples: 1000 }] });
    await db.execute("delete from worn");
    await vacuumEmbeddedDatabase();
    expect(await sizes()).toMatchObject({ rows: [{ relpages: 0, reltuples: 0 }] });
    await db.execute("drop table worn");
  },
);
