import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { networkCharges } from "#db/schema/costs.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import type { ChargeKind, NetworkId } from "../network.ts";
import { updateNetworkSettings } from "../settings/mutations.ts";
import { releaseCharge, reserveCharge } from "./mutations.ts";
import { coversPost } from "./queries.ts";

afterEach(() => void vi.restoreAllMocks());

const dollar = 1_000_000;

async function makeAdmin(caps: { postingCap?: number | null; readingCap?: number | null } = {}) {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  const on = { network: "x", publishes: true, measures: true } as const;
  await updateNetworkSettings(admin, { ...on, postingCap: dollar, readingCap: dollar, ...caps });
  return admin;
}

const reserve = (actor: Actor, kind: ChargeKind = "post_with_link", network: NetworkId = "x") =>
  db.transaction((tx) => reserveCharge(tx, actor, { network, kind, subjectId: newId() }));

const chargesOf = async ({ organizationId }: MemberActor) =>
  db.select().from(networkCharges).where(eq(networkCharges.organizationId, organizationId));

test("posts are charged until the month's cap, the one that would pass it is not", async () => {
  const admin = await makeAdmin();
  for (let count = 0; count < 5; count += 1) expect(await reserve(admin)).toMatchObject({ kind: "reserved" });
  expect(await reserve(admin)).toEqual({ kind: "over_cap" });
  expect(await chargesOf(admin)).toHaveLength(5);
});

test("of many at the same moment no more are let go than the cap has room for", async () => {
  const admin = await makeAdmin();
  const all = await Promise.all(Array.from({ length: 12 }, () => reserve(admin)));
  expect(all.filter(({ kind }) => kind === "reserved")).toHaveLength(5);
});

test("reading and posting have caps of their own", async () => {
  const admin = await makeAdmin({ readingCap: 10_000 });
  expect(await reserve(admin, "post_read")).toMatchObject({ kind: "reserved" });
  expect(await reserve(admin, "account_read")).toEqual({ kind: "over_cap" });
  expect(await reserve(admin)).toMatchObject({ kind: "reserved" });
});

test("without a cap everything is let go, with one of nothing nothing is", async () => {
  expect(await reserve(await makeAdmin({ postingCap: null }))).toMatchObject({ kind: "reserved" });
  expect(await reserve(await makeAdmin({ postingCap: 0 }))).toEqual({ kind: "over_cap" });
});

test("what was not billed makes room again, and nobody else can take it back", async () => {
  const admin = await makeAdmin({ postingCap: 200_000 });
  const reserved = await reserve(admin);
  const chargeId = reserved.kind === "reserved" ? reserved.chargeId : null;
  expect(chargeId).not.toBeNull();
  const foreigner = await makeForeignActor();
  await db.transaction((tx) => releaseCharge(tx, foreigner, chargeId));
  expect(await reserve(admin)).toEqual({ kind: "over_cap" });
  await db.transaction((tx) => releaseCharge(tx, admin, chargeId));
  expect(await reserve(admin)).toMatchObject({ kind: "reserved" });
});

test("a new month, in UTC, begins at nought", async () => {
  const admin = await makeAdmin({ postingCap: 200_000 });
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-30T23:59:59Z"));
  await reserve(admin);
  expect(await reserve(admin)).toEqual({ kind: "over_cap" });
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-12-01T00:00:00Z"));
  expect(await reserve(admin)).toMatchObject({ kind: "reserved" });
});

test("whether the month covers one more post is known before it is asked for", async () => {
  const admin = await makeAdmin({ postingCap: 399_999 });
  expect(await coversPost(admin, "x")).toBe(true);
  await reserve(admin);
  expect(await coversPost(admin, "x")).toBe(false);
  expect(await coversPost(admin, "mastodon")).toBe(true);
  expect(await coversPost(await makeAdmin({ postingCap: 150_000 }), "x")).toBe(false);
  expect(await coversPost(await makeAdmin({ postingCap: null }), "x")).toBe(true);
});

test("a network that bills nothing is charged nothing", async () => {
  const admin = await makeAdmin();
  expect(await reserve(admin, "post_with_link", "mastodon")).toEqual({ kind: "reserved", chargeId: null });
  expect(await chargesOf(admin)).toEqual([]);
});
