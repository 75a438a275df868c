import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { newId } from "#db/columns.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { disconnect } from "#lib/connections/mutations.ts";
import { env } from "#lib/env.ts";
import { makeConnection } from "#lib/test/connect.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { makeDueShare, makeSharer, readAttempts, readShare, workOn } from "#lib/test/sharer.ts";
import { releaseLease, takeLease } from "./lease/mutations.ts";
import { commitSending, takeNext } from "./ledger/mutations.ts";

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator();
  env.NETWORK_SIMULATOR = simulator.origin;
});
afterAll(async () => {
  env.NETWORK_SIMULATOR = undefined;
  await simulator.close();
});
afterEach(() => simulator.reset());

/** A share that was taken to leave through Alice's account; then Bob's is connected in its place. */
async function changeAccount() {
  const sharer = await makeSharer(simulator, "bluesky");
  const shareId = await makeDueShare(sharer);
  const { organizationId } = sharer.actor;
  const actor = systemActor(organizationId, "publish");
  const lease = { organizationId, connectionId: sharer.connectionId, id: newId() };
  await takeLease(lease);
  const leaving = await takeNext(actor, lease);
  if (leaving.kind !== "attempt") throw new Error(`nothing leaves: ${leaving.kind}`);
  await disconnect(sharer.actor, { connectionId: sharer.connectionId });
  await makeConnection(simulator, sharer.actor, "bluesky", "bob");
  return { actor, sharer, shareId, lease, leaving };
}

test("what was begun for one account and not sent leaves through the next one as its own", async () => {
  const { lease, sharer, shareId } = await changeAccount();
  await releaseLease(lease);
  await workOn(sharer);
  expect((await readShare(shareId)).state).toBe("published");
  const [alices, bobs] = await readAttempts(shareId);
  expect(alices).toMatchObject({ state: "not_posted", reason: "account_changed", sendingAt: null });
  expect(bobs).toMatchObject({ state: "published" });
  expect(bobs?.externalId).toContain(bobs?.subject);
  expect(bobs?.subject).not.toBe(alices?.subject);
});

test("what was prepared for one account does not leave once another is connected", async () => {
  const { actor, lease, leaving, sharer, shareId } = await changeAccount();
  const request = { body: "{}", key: "alices", apiVersion: null };
  expect(await commitSending(actor, lease, leaving, request)).toBe("settled");
  expect(await readAttempts(shareId)).toMatchObject([{ state: "prepared", sendingAt: null }]);
  await releaseLease(lease);
  await workOn(sharer);
  expect((await readShare(shareId)).state).toBe("published");
  expect(await simulator.posts("bluesky")).toHaveLength(1);
});
