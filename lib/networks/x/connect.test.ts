import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs, consentAs, toAccess } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { xAdapter } from "./adapter.ts";

const simulator = await startSimulator();
env.NETWORK_SIMULATOR = simulator.origin;

beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const approve = { account: "alice", decision: "approve" } as const;
const refresh = xAdapter.refresh ?? (() => Promise.reject(new Error("no refresh")));

const tokenCalls = async () =>
  (await simulator.requests("x")).filter(({ path }) => path === "/2/oauth2/token");
const failTokens = (effect: Effect, times = 1) =>
  simulator.script({ match: { provider: "x", path: "/2/oauth2/token" }, times, effect });
const error = (status: number, body: unknown): Effect => ({ kind: "status", status, body });

test("a member is connected, for two hours and with a way to go on", async () => {
  const { account, tokens } = await connectAs(simulator, xAdapter);
  expect(account).toEqual({
    origin: "",
    subject: expect.stringMatching(/^\d{19}$/),
    handle: "alice",
    displayName: "Alice Ashby",
    profileUrl: `${simulator.origin}/alice`,
    limits: null,
  });
  expect(tokens.grantedScopes.toSorted()).toEqual([
    "media.write",
    "offline.access",
    "tweet.read",
    "tweet.write",
    "users.read",
  ]);
  expect(tokens.refreshToken).toMatch(/./);
  expect(Math.round((Number(tokens.expiresAt) - Date.now()) / 60_000)).toBe(120);
  expect((await tokenCalls())[0]?.headers.authorization).toMatch(/^Basic /);
});

test("a member who says no comes back with an error that is theirs", async () => {
  const { back, outcome } = await consentAs(simulator, xAdapter, { decision: "deny_consent" });
  expect([outcome, back.searchParams.get("error")]).toEqual([null, "access_denied"]);
  const { connector } = xAdapter;
  expect(connector.by === "consent" && connector.readError("access_denied")).toBe("denied");
  expect(connector.by === "consent" && connector.readError("invalid_scope")).toBe("app");
});

test("a code is good once, with its own verifier, and for thirty seconds", async () => {
  const again = { kind: "start_again" };
  const code = (await consentAs(simulator, xAdapter, approve)).back.searchParams.get("code") ?? "";
  expect((await consentAs(simulator, xAdapter, approve, { code })).outcome).toEqual(again);
  const codeVerifier = "v".repeat(43);
  expect((await consentAs(simulator, xAdapter, approve, { codeVerifier })).outcome).toEqual(again);
  expect((await consentAs(simulator, xAdapter, approve, { waitMs: 31_000 })).outcome).toEqual(again);
});

test.each([
  {
    name: "a wrong secret",
    effect: error(401, { error: "unauthorized_client" }),
    outcome: { kind: "app_blocked", reason: "credentials" },
  },
  {
    name: "a client that X does not know",
    effect: error(401, { error: "invalid_client" }),
    outcome: { kind: "app_blocked", reason: "credentials" },
  },
  { name: "too many calls", effect: error(429, {}), outcome: { kind: "retry_after" } },
  { name: "500", effect: error(500, ""), outcome: { kind: "try_later" } },
  { name: "half an answer", effect: { kind: "truncate_body" } as Effect, outcome: { kind: "try_later" } },
])("$name when the code is exchanged is $outcome.kind", async ({ effect, outcome }) => {
  await failTokens(effect);
  expect((await consentAs(simulator, xAdapter, approve)).outcome).toMatchObject(outcome);
});

test("who it is cannot be read: out of credits, suspended, or not just now", async () => {
  const who = { match: { path: "/2/users/me" } };
  await simulator.script({ ...who, effect: error(402, {}) });
  expect((await consentAs(simulator, xAdapter, approve)).outcome).toMatchObject({ reason: "credits" });
  await simulator.script({ ...who, effect: error(500, {}) });
  expect((await consentAs(simulator, xAdapter, approve)).outcome).toEqual({ kind: "try_later" });
  await simulator.account({ provider: "x", id: "alice", suspended: true });
  expect((await consentAs(simulator, xAdapter, approve)).outcome).toMatchObject({ kind: "refused" });
});

test("each refresh gives a new pair, and the old refresh token is spent", async () => {
  const { access, account, tokens } = await connectAs(simulator, xAdapter);
  const first = await refresh(access);
  if (first.kind !== "refreshed") throw new Error(first.kind);
  expect(first.tokens.refreshToken).not.toBe(tokens.refreshToken);
  expect(await refresh(access)).toEqual({ kind: "needs_reconnect", reason: "revoked" });
  expect((await refresh(toAccess(account, first.tokens))).kind).toBe("refreshed");
});

test.each(["invalid_request", "invalid_grant"] as const)(
  "a consent that was taken back, as %s",
  async (grantError) => {
    await simulator.settings({ x: { grantError } });
    const { access } = await connectAs(simulator, xAdapter);
    await simulator.account({ provider: "x", id: "alice", revoke: true });
    expect(await refresh(access)).toEqual({ kind: "needs_reconnect", reason: "revoked" });
  },
);

test("a refresh whose answer was lost is tried once more: not spent, it works", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await failTokens({ kind: "drop_before" });
  expect((await refresh(access)).kind).toBe("refreshed");
});

test("a refresh whose answer was lost and whose token is spent wants the member's consent", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await failTokens({ kind: "drop_after" });
  expect(await refresh(access)).toEqual({ kind: "needs_reconnect", reason: "revoked" });
});

test("a refresh that finds nobody twice leaves the member connected, and works when X is back", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await failTokens(error(500, ""), 2);
  const before = (await tokenCalls()).length;
  expect(await refresh(access)).toEqual({ kind: "try_later" });
  expect((await tokenCalls()).length - before).toBe(2);
  expect((await refresh(access)).kind).toBe("refreshed");
});

test.each([
  {
    name: "a wrong secret",
    effect: error(401, {
      error: "unauthorized_client",
      error_description: "Missing valid authorization header",
    }),
    outcome: { kind: "app_blocked", reason: "credentials" },
  },
  {
    name: "no credits",
    effect: error(402, { title: "CreditsDepleted" }),
    outcome: { kind: "app_blocked", reason: "credits" },
  },
  {
    name: "a mistake of ours",
    effect: error(400, { error: "invalid_request", error_description: "Missing required parameter [x]." }),
    outcome: { kind: "try_later" },
  },
  { name: "a gateway's page", effect: error(403, "<html>"), outcome: { kind: "try_later" } },
])("$name disconnects nobody", async ({ effect, outcome }) => {
  const { access } = await connectAs(simulator, xAdapter);
  await failTokens(effect);
  expect(await refresh(access)).toMatchObject(outcome);
});

test("without offline.access there is nothing to go on with", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  expect(await refresh({ ...access, refreshToken: null })).toEqual({
    kind: "needs_reconnect",
    reason: "expired",
  });
});

test("what is given back is worth nothing any more, and an X that is away does not matter", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await simulator.script({ match: { path: "/2/oauth2/revoke" }, effect: { kind: "drop_before" } });
  await xAdapter.revoke?.(access, null);
  expect(await xAdapter.measurer.countFollowers(access)).toEqual(expect.any(Number));
  await xAdapter.revoke?.(access, null);
  expect(await xAdapter.measurer.countFollowers(access)).toBeNull();
  expect((await refresh(access)).kind).toBe("needs_reconnect");
});
