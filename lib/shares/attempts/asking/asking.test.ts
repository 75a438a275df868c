import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { networkCharges, networkSettings } from "#db/schema/costs.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { outcomeOf } from "#lib/test/outcome-of.ts";
import { makeDueShare, makeSharer, workOn } from "#lib/test/sharer.ts";
import { resolveShare } from "../mutations.ts";

let simulator: Simulator;
const now = new Date("2026-11-23T09:00:00Z");

beforeAll(async () => {
  simulator = await startSimulator({ now: () => now.getTime() });
  env.NETWORK_SIMULATOR = simulator.origin;
});
afterAll(async () => {
  env.NETWORK_SIMULATOR = undefined;
  await simulator.close();
});
beforeEach(() => {
  vi.spyOn(clock, "now").mockImplementation(() => now);
});
afterEach(() => simulator.reset());

const ask = (actor: MemberActor, shareId: string) =>
  outcomeOf(resolveShare(actor, { shareId, how: "ask", postUrl: "" }));

/** Posts on X that never arrived, and whose questions are billed in full and answered by nobody. */
async function makeLost() {
  const sharer = await makeSharer(simulator, "x");
  const id = await makeDueShare(sharer);
  const lose = (method: "GET" | "POST", path: string) =>
    simulator.script({ match: { provider: "x", method, path }, effect: { kind: "drop_before" }, times: 40 });
  await lose("POST", "/2/tweets");
  await lose("GET", "/2/users");
  await workOn(sharer);
  return { sharer, id };
}

async function sumCharged({ organizationId }: MemberActor): Promise<number> {
  const charges = await db
    .select()
    .from(networkCharges)
    .where(eq(networkCharges.organizationId, organizationId));
  return charges
    .filter(({ kind }) => kind === "post_read")
    .reduce((sum, { amountMicros }) => sum + amountMicros, 0);
}

test("a member asks what became of a post no more than ten times in ten minutes", async () => {
  const { sharer, id } = await makeLost();
  for (let times = 0; times < 10; times++) expect(await ask(sharer.actor, id)).toMatch(/^unavailable/);
  expect(await ask(sharer.actor, id)).toMatch(/^limit_reached: That is more than is allowed/);
});

test("where nobody set a cap for reading, members' questions have a small one", async () => {
  const { sharer, id } = await makeLost();
  const { organizationId } = sharer.actor;
  const [settings] = await db
    .select()
    .from(networkSettings)
    .where(eq(networkSettings.organizationId, organizationId));
  expect(settings).toMatchObject({ measures: false, readingCapMicros: null });
  await ask(sharer.actor, id);
  const charged = await sumCharged(sharer.actor);
  expect(charged).toBeGreaterThan(0);
  await db
    .update(networkCharges)
    .set({ amountMicros: 400_000 })
    .where(eq(networkCharges.organizationId, organizationId));
  expect(await ask(sharer.actor, id)).toMatch(/^limit_reached: Your organization has spent/);
});
