import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { networkBlocks } from "#db/schema/attempts.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { closeBoss, openBoss } from "#lib/jobs/boss.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import { blockNetwork } from "#lib/networks/blocks/breaker/mutations.ts";
import type { PublishOutcome } from "#lib/networks/publisher.ts";
import { shortenWaits } from "#lib/test/networks/shorten-waits.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { outcomeOf } from "#lib/test/outcome-of.ts";
import { makeDueShare, makeSharer, readAttempts, readShare, type Sharer, workOn } from "#lib/test/sharer.ts";
import { settleAnswer } from "./answers/mutations.ts";
import type { Stage } from "./answers/queries.ts";
import { takeLease } from "./lease/mutations.ts";
import { commitSending, takeNext } from "./ledger/mutations.ts";
import { publishAgain, resolveShare } from "./mutations.ts";
import { publishDue } from "./publishing/mutations.ts";

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
  vi.restoreAllMocks();
  await simulator.reset();
});

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const isOut: PublishOutcome = {
  ...{ kind: "published", externalId: "urn:li:share:1" },
  url: "https://www.linkedin.com/feed/update/urn:li:share:1/",
};
const sayNotThere = (sharer: Sharer, shareId: string) =>
  resolveShare(sharer.actor, { shareId, how: "not_there", postUrl: "" });

/** A share whose request left, and a worker who still waits for its answer. */
async function makeSending() {
  const sharer = await makeSharer(simulator, "linkedin");
  const shareId = await makeDueShare(sharer);
  const { organizationId } = sharer.actor;
  const actor = systemActor(organizationId, "publish");
  const lease = { organizationId, connectionId: sharer.connectionId, id: newId() };
  await takeLease(lease);
  const leaving = await takeNext(actor, lease);
  if (leaving.kind !== "attempt") throw new Error(`nothing leaves: ${leaving.kind}`);
  await commitSending(actor, lease, leaving, { body: "{}", key: null, apiVersion: null });
  const hear = (outcome: PublishOutcome, stage: Stage = "sent") =>
    settleAnswer(actor, { ...leaving, leaseId: lease.id }, stage, {
      ...{ outcome, status: 201, ids: {}, detail: null },
    });
  return { actor, sharer, shareId, hear };
}

test('an answer that says "published" comes late, and still corrects a member who did not find the post', async () => {
  const { sharer, shareId, hear } = await makeSending();
  later(100);
  await workOn(sharer);
  await sayNotThere(sharer, shareId);
  await hear(isOut);
  expect(await readShare(shareId)).toMatchObject({ state: "published", postUrl: isOut.url });
  expect(await readAttempts(shareId)).toMatchObject([{ state: "published", reason: null }]);
});

test("it also ends a doubt that a question did not", async () => {
  const { sharer, shareId, hear } = await makeSending();
  later(1000);
  await workOn(sharer);
  expect(await outcomeOf(resolveShare(sharer.actor, { shareId, how: "ask", postUrl: "" }))).toMatch(
    /^unavailable/,
  );
  await hear({ kind: "rejected", reason: "content" });
  expect((await readShare(shareId)).state).toBe("unknown");
  await hear(isOut);
  expect((await readShare(shareId)).state).toBe("published");
});

test("it comes too late for a share that is leaving once more", async () => {
  const { actor, sharer, shareId, hear } = await makeSending();
  later(100);
  await workOn(sharer);
  await sayNotThere(sharer, shareId);
  await publishAgain(sharer.actor, { shareId });
  const { organizationId } = sharer.actor;
  const lease = { organizationId, connectionId: sharer.connectionId, id: newId() };
  await takeLease(lease);
  expect(await takeNext(actor, lease)).toMatchObject({
    kind: "attempt",
    repeats: { request: { body: "{}" } },
  });
  await hear(isOut);
  expect((await readAttempts(shareId)).map(({ state }) => state)).toEqual(["not_posted", "media_ready"]);
});

test('a post that asking makes is adopted, though its member says "not there" meanwhile', async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  const shareId = await makeDueShare(sharer);
  const match = { provider: "linkedin", method: "POST", path: "/rest/posts" } as const;
  await simulator.script({ match, effect: { kind: "drop_before" } });
  await workOn(sharer);
  const publisher = adapterOf("linkedin")?.publisher;
  if (!publisher) throw new Error("nobody speaks to it");
  const { resolve } = publisher;
  vi.spyOn(publisher, "resolve").mockImplementation(async (...asked) => {
    const learnt = await resolve(...asked);
    await sayNotThere(sharer, shareId);
    return learnt;
  });
  const share = await resolveShare(sharer.actor, { shareId, how: "ask", postUrl: "" });
  const posts = await simulator.posts("linkedin");
  expect(posts).toHaveLength(1);
  expect(share).toMatchObject({ state: "published", postUrl: posts[0]?.permalink });
});

test("a rejection that no network made lets nobody in again", async () => {
  const { actor, hear } = await makeSending();
  const { organizationId } = actor;
  await db.transaction((tx) =>
    blockNetwork(tx, actor, "linkedin", { kind: "app_blocked", reason: "version" }),
  );
  const blocks = () =>
    db.select().from(networkBlocks).where(eq(networkBlocks.organizationId, organizationId));
  await hear({ kind: "rejected", reason: "too_long" }, "not_sent");
  expect(await blocks()).toHaveLength(1);
});

test("a worker that stops opens no queue that was closed", async () => {
  const sharer = await makeSharer(simulator, "linkedin");
  await makeDueShare(sharer);
  await openBoss();
  await closeBoss(1000);
  await publishDue({ ...sharer, organizationId: sharer.actor.organizationId }, () => true);
  expect((globalThis as { heraldBoss?: unknown }).heraldBoss).toBeUndefined();
});
