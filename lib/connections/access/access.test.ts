import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { connectionTokens } from "#db/schema/connections.ts";
import { members } from "#db/schema/members.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import type { Access } from "#lib/networks/account.ts";
import { listNotices } from "#lib/notices/queries.ts";
import { makeConnection } from "#lib/test/connect.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { outcomeOf } from "#lib/test/outcome-of.ts";
import { disconnect } from "../mutations.ts";
import { listConnections } from "../queries.ts";
import { heedRefusal, withAccess } from "./mutations.ts";
import { pauseConnection } from "./standing/mutations.ts";

let simulator: Simulator;
let now: Date;

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
afterEach(() => simulator.reset());

const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000);
};
const token = async (access: Access) => access.accessToken;
const refreshes = async () =>
  (await simulator.requests("x")).filter(({ body }) => String(body).includes("refresh_token")).length;

async function connectX() {
  const organization = await makeOrganization();
  const admin = await makeActor(organization.id, ["admin"]);
  const actor = await makeActor(organization.id);
  return { admin, actor, connectionId: await makeConnection(simulator, actor, "x") };
}
const stateOf = async (actor: MemberActor) => (await listConnections(actor))[0]?.state;
const pairOf = async (actor: MemberActor, connectionId: string) => {
  const pair = await withAccess(actor, connectionId, async (access) => access.pair);
  if ("kind" in pair) throw new Error("there is no access");
  return pair;
};
const scopeRefused = { kind: "needs_reconnect", reason: "scope" } as const;
const titles = async (actor: MemberActor) => (await listNotices(actor, 1)).notices.map(({ title }) => title);

test("a token that holds is handed on as it is, and nowhere else is it readable", async () => {
  const { actor, connectionId } = await connectX();
  const first = await withAccess(actor, connectionId, token);
  expect(first).toEqual(expect.any(String));
  const [stored] = await db
    .select()
    .from(connectionTokens)
    .where(eq(connectionTokens.connectionId, connectionId));
  expect(stored?.accessToken).toMatch(/^v1\.kept\./);
  expect(JSON.stringify([stored, await listConnections(actor)])).not.toContain(first);
  expect(await refreshes()).toBe(0);
});

test("4. five uses at once of a token near its end: one request for the next pair, and nobody is disconnected", async () => {
  const { actor, connectionId } = await connectX();
  const first = await withAccess(actor, connectionId, token);
  later(116);
  await simulator.script({
    match: { provider: "x", path: "/2/oauth2/token" },
    effect: { kind: "delay_ms", ms: 300 },
  });
  const tokens = await Promise.all(Array.from({ length: 5 }, () => withAccess(actor, connectionId, token)));
  expect(new Set(tokens).size).toBe(1);
  expect(tokens[0]).not.toBe(first);
  expect(await refreshes()).toBe(1);
  expect(await stateOf(actor)).toBe("ok");

  later(116);
  expect(await withAccess(actor, connectionId, token)).not.toBe(tokens[0]);
  expect(await refreshes()).toBe(2);
});

test("it is said when a token took another one's place, and nothing of the first", async () => {
  const { actor, connectionId } = await connectX();
  const receivedAt = async (access: Access) => access.tokenReceivedAt ?? null;
  expect(await withAccess(actor, connectionId, receivedAt)).toBeNull();
  later(116);
  expect(await withAccess(actor, connectionId, receivedAt)).toEqual(now);
});

test("5. a refresh that the network could not answer takes nothing away, and the next one works", async () => {
  const { actor, connectionId } = await connectX();
  later(121);
  await simulator.script({
    match: { path: "/2/oauth2/token" },
    times: 2,
    effect: { kind: "status", status: 500 },
  });
  const outcomes = [];
  for (let tries = 0; tries < 3; tries++) outcomes.push(await withAccess(actor, connectionId, token));
  expect(outcomes[0]).toEqual({ kind: "try_later" });
  expect(outcomes.at(-1)).toEqual(expect.any(String));
  expect(await stateOf(actor)).toBe("ok");
  expect(await titles(actor)).toEqual([]);
});

test("what is left of a token is used while the network cannot give the next one", async () => {
  const { actor, connectionId } = await connectX();
  const first = await withAccess(actor, connectionId, token);
  later(117);
  await simulator.script({
    match: { path: "/2/oauth2/token" },
    times: 0,
    effect: { kind: "status", status: 503 },
  });
  expect(await withAccess(actor, connectionId, token)).toBe(first);
});

test("5. an app that the network does not know touches no account, and the admin is told once", async () => {
  const { actor, admin, connectionId } = await connectX();
  later(121);
  await simulator.script({
    match: { path: "/2/oauth2/token" },
    times: 2,
    effect: { kind: "status", status: 401, body: { error: "invalid_client" } },
  });
  for (let tries = 0; tries < 2; tries++)
    expect(await withAccess(actor, connectionId, token)).toMatchObject({
      kind: "app_blocked",
      reason: "credentials",
    });
  expect(await titles(admin)).toEqual(["X refuses Herald itself"]);
  expect(await titles(actor)).toEqual([]);
  expect(await stateOf(actor)).toBe("ok");
  expect(await withAccess(actor, connectionId, token)).toEqual(expect.any(String));
});

test("taken back on the network: five uses are one request, five answers and one message", async () => {
  const { actor, admin, connectionId } = await connectX();
  await simulator.account({ provider: "x", id: "alice", revoke: true });
  later(121);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => withAccess(actor, connectionId, token)));
  expect(outcomes).toEqual(Array(5).fill({ kind: "needs_reconnect", reason: "revoked" }));
  expect(await refreshes()).toBe(1);
  expect(await titles(actor)).toEqual(["Herald cannot publish to your X account any more"]);
  expect(await titles(admin)).toEqual([]);

  await makeConnection(simulator, actor, "x");
  expect(await withAccess(actor, connectionId, token)).toEqual(expect.any(String));
  expect((await listNotices(actor, 1)).unread).toBe(0);
  await heedRefusal(actor, await pairOf(actor, connectionId), scopeRefused);
  expect(await titles(actor)).toHaveLength(2);
});

test("a process that was killed while it refreshed holds the others up for a while only", async () => {
  const { actor, connectionId } = await connectX();
  later(121);
  const inAMinute = new Date(now.getTime() + 60_000);
  await db
    .update(connectionTokens)
    .set({ refreshingUntil: inAMinute })
    .where(eq(connectionTokens.connectionId, connectionId));
  const waiting = withAccess(actor, connectionId, token);
  await vi.waitFor(() => expect(refreshes()).resolves.toBe(0));
  later(2);
  expect(await waiting).toEqual(expect.any(String));
  expect(await refreshes()).toBe(1);
});

test("a refresh on its way while its member takes another account gives that one nothing", async () => {
  const { actor, connectionId } = await connectX();
  later(121);
  await simulator.script({
    match: { path: "/2/oauth2/token" },
    effect: { kind: "delay_ms", ms: 500 },
  });
  const refreshing = withAccess(actor, connectionId, token);
  await vi.waitFor(() => expect(refreshes()).resolves.toBe(1));
  await disconnect(actor, { connectionId });
  await makeConnection(simulator, actor, "x", "bob");
  const bobs = await withAccess(actor, connectionId, token);
  await refreshing;
  expect(await withAccess(actor, connectionId, token)).toBe(bobs);
});

test("a token that is refused early is renewed once, and the consent stands", async () => {
  const { actor, connectionId } = await connectX();
  const pair = await pairOf(actor, connectionId);
  const refused = { kind: "needs_reconnect", reason: "expired" } as const;
  for (let posts = 0; posts < 3; posts++)
    expect(await heedRefusal(actor, pair, refused)).toMatchObject({ kind: "retry_after" });
  expect(await refreshes()).toBe(1);
  expect(await stateOf(actor)).toBe("ok");
  expect(await titles(actor)).toEqual([]);

  await simulator.account({ provider: "x", id: "alice", revoke: true });
  expect(await heedRefusal(actor, await pairOf(actor, connectionId), refused)).toEqual({
    kind: "needs_reconnect",
    reason: "revoked",
  });
  expect(await stateOf(actor)).toBe("revoked");
});

test("the refusal of an earlier token ends no consent that was given since", async () => {
  const { actor, connectionId } = await connectX();
  const pair = await pairOf(actor, connectionId);
  await makeConnection(simulator, actor, "x");
  expect(await heedRefusal(actor, pair, scopeRefused)).toMatchObject({ kind: "retry_after" });
  await disconnect(actor, { connectionId });
  await makeConnection(simulator, actor, "x", "bob");
  expect(await heedRefusal(actor, pair, scopeRefused)).toMatchObject({ kind: "retry_after" });
  expect(await stateOf(actor)).toBe("ok");
  expect(await titles(actor)).toEqual([]);
});

test("LinkedIn without a refresh token ends with its sixty days, and says so once", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  const connectionId = await makeConnection(simulator, actor, "linkedin");
  const day = 24 * 60;
  later(45 * day);
  expect(await stateOf(actor)).toBe("ok");
  later(2 * day);
  expect(await stateOf(actor)).toBe("expiring");
  expect(await withAccess(actor, connectionId, token)).toEqual(expect.any(String));
  later(14 * day);
  expect(await stateOf(actor)).toBe("expired");
  for (let tries = 0; tries < 2; tries++)
    expect(await withAccess(actor, connectionId, token)).toEqual({
      kind: "needs_reconnect",
      reason: "expired",
    });
  expect(await titles(actor)).toHaveLength(1);
});

test("a refresh token that was not given anew stays", async () => {
  await simulator.settings({ linkedin: { refreshTokens: true } });
  const actor = await makeActor((await makeOrganization()).id);
  const connectionId = await makeConnection(simulator, actor, "linkedin");
  const fiftyNine = 59.999 * 24 * 60;
  for (let rounds = 0; rounds < 2; rounds++) {
    later(fiftyNine);
    await simulator.script({
      match: { path: "/oauth/v2/accessToken" },
      effect: {
        kind: "status",
        status: 200,
        body: { access_token: `token ${rounds}`, expires_in: 5_184_000, scope: "w_member_social" },
      },
    });
    expect(await withAccess(actor, connectionId, token)).toBe(`token ${rounds}`);
  }
});

test("nothing is asked before the time that the network named, and a shorter pause does not cut a longer one", async () => {
  const { actor, connectionId } = await connectX();
  const at = new Date(now.getTime() + 10 * 60_000);
  await pauseConnection(db, actor, connectionId, at);
  await pauseConnection(db, actor, connectionId, new Date(now.getTime() + 1000));
  expect(await withAccess(actor, connectionId, token)).toEqual({ kind: "retry_after", at });
  later(11);
  expect(await withAccess(actor, connectionId, token)).toEqual(expect.any(String));
});

test("an account made with the simulator is worth nothing at the real network", async () => {
  const { actor, connectionId } = await connectX();
  const configured = { X_CLIENT_ID: "real", X_CLIENT_SECRET: "real" };
  Object.assign(env, configured);
  expect(await withAccess(actor, connectionId, token)).toEqual({
    kind: "needs_reconnect",
    reason: "expired",
  });
  expect(await stateOf(actor)).toBe("expired");
  Object.assign(env, { X_CLIENT_ID: undefined, X_CLIENT_SECRET: undefined });
});

test("without the key that sealed it nobody is disconnected, and the admin is told which one", async () => {
  const { actor, admin, connectionId } = await connectX();
  const sealed = "v1.gone.AAAAAAAAAAAAAAAA.AAAA.AAAAAAAAAAAAAAAAAAAAAA";
  await db
    .update(connectionTokens)
    .set({ accessToken: sealed })
    .where(eq(connectionTokens.connectionId, connectionId));
  expect(await withAccess(actor, connectionId, token)).toMatchObject({ kind: "app_blocked" });
  expect((await listNotices(admin, 1)).notices[0]?.body).toContain("the key gone is not in ENCRYPTION_KEYS");
  expect(await stateOf(actor)).toBe("ok");
});

test("another organization does not find an account, and no colleague may use one", async () => {
  const { actor, admin, connectionId } = await connectX();
  await expect(withAccess(await makeForeignActor(), connectionId, token)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(withAccess(admin, connectionId, token)).rejects.toMatchObject({ code: "forbidden" });
  const pair = await pairOf(actor, connectionId);
  expect(await outcomeOf(heedRefusal(await makeForeignActor(), pair, scopeRefused))).toMatch(/^not_found/);
  expect(await stateOf(actor)).toBe("ok");
});

test("nothing is done for a member who was suspended", async () => {
  const { actor, connectionId } = await connectX();
  await db.update(members).set({ suspendedAt: now }).where(eq(members.id, actor.memberId));
  await expect(withAccess(actor, connectionId, token)).rejects.toMatchObject({ code: "forbidden" });
});
