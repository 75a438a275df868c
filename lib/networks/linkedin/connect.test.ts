import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs, consentAs, toAccess } from "#lib/test/networks/connect-as.ts";
import { shortenWaits } from "#lib/test/networks/shorten-waits.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { linkedinAdapter } from "./adapter.ts";

const usualScopes = env.LINKEDIN_SCOPES;
const simulator = await startSimulator();

shortenWaits({ youngTokenMs: 150 });
beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  env.LINKEDIN_SCOPES = usualScopes;
  delete env.LINKEDIN_CLIENT_ID;
  delete env.LINKEDIN_CLIENT_SECRET;
  await simulator.reset();
});
afterAll(() => simulator.close());

const approve = { account: "alice", decision: "approve" } as const;
const refresh = linkedinAdapter.refresh ?? (() => Promise.reject(new Error("no refresh")));
const day = 86_400_000;

const failTokens = (status: number, body: unknown, times = 1) =>
  simulator.script({
    match: { provider: "linkedin", path: "/oauth/v2/accessToken" },
    times,
    effect: { kind: "status", status, body },
  });

test.each([",", " ", "%20"] as const)(
  "a member is connected with scopes joined by '%s'",
  async (scopeSeparator) => {
    await simulator.settings({ linkedin: { scopeSeparator } });
    const { account, tokens } = await connectAs(simulator, linkedinAdapter);
    expect(account).toMatchObject({ origin: "", displayName: "Alice Ashby", limits: null });
    expect(account.subject).toMatch(/^\w{10}$/);
    expect(tokens.grantedScopes).toEqual(["openid", "profile", "email", "w_member_social"]);
    expect(tokens.refreshToken).toBeNull();
    expect(Math.round((Number(tokens.expiresAt) - Date.now()) / day)).toBe(60);
  },
);

test("an app without the OpenID product is told by /v2/me", async () => {
  env.LINKEDIN_SCOPES = "r_basicprofile, w_member_social, r_member_postAnalytics";
  await simulator.settings({ linkedin: { communityManagement: true } });
  const { account } = await connectAs(simulator, linkedinAdapter);
  expect(account).toMatchObject({
    subject: expect.stringMatching(/^\w{10}$/),
    displayName: "LinkedIn member",
  });
  const paths = (await simulator.requests("linkedin")).map(({ path }) => path);
  expect(paths).toContain("/v2/me");
  expect(paths).not.toContain("/v2/userinfo");
});

test("where /v2/me is refused, userinfo is asked, and the other way round", async () => {
  await simulator.script({
    match: { path: "/v2/userinfo" },
    effect: { kind: "status", status: 403, body: { code: "ACCESS_DENIED" } },
  });
  await simulator.script({
    match: { path: "/v2/me" },
    effect: {
      kind: "status",
      status: 200,
      body: {
        id: "782bbtaQ",
        localizedFirstName: "Alice",
        localizedLastName: "Ashby",
        vanityName: "alice-a",
      },
    },
  });
  expect((await connectAs(simulator, linkedinAdapter)).account).toMatchObject({
    subject: "782bbtaQ",
    handle: "alice-a",
    displayName: "Alice Ashby",
    profileUrl: `${simulator.origin}/in/alice-a`,
  });
});

test.each([
  { decision: "deny_login", error: "user_cancelled_login" },
  { decision: "deny_consent", error: "user_cancelled_authorize" },
] as const)(
  "a member who says no ($decision) comes back with an error that is theirs",
  async ({ decision, error }) => {
    const { back, outcome } = await consentAs(simulator, linkedinAdapter, { decision });
    expect([outcome, back.searchParams.get("error"), back.searchParams.get("state")]).toEqual([
      null,
      error,
      "the state",
    ]);
    const { connector } = linkedinAdapter;
    expect(connector.by === "consent" && connector.readError(error)).toBe("denied");
    expect(connector.by === "consent" && connector.readError("unauthorized_scope_error")).toBe("app");
  },
);

test("a code is good once, for its own address, and for half an hour", async () => {
  const first = await consentAs(simulator, linkedinAdapter, approve);
  const code = first.back.searchParams.get("code") ?? "";
  expect((await consentAs(simulator, linkedinAdapter, approve, { code })).outcome).toEqual({
    kind: "start_again",
  });
  expect((await consentAs(simulator, linkedinAdapter, approve, { code: "foreign" })).outcome).toEqual({
    kind: "start_again",
  });
  const late = await consentAs(simulator, linkedinAdapter, approve, { waitMs: 31 * 60_000 });
  expect(late.outcome).toEqual({ kind: "start_again" });
});

test.each([
  {
    name: "a wrong secret",
    status: 401,
    body: { error: "invalid_client", error_description: "" },
    outcome: { kind: "app_blocked", reason: "credentials" },
  },
  {
    name: "a secret that is refused in other words",
    status: 401,
    body: { error: "access_denied", error_description: "Client authentication failed" },
    outcome: { kind: "app_blocked", reason: "credentials" },
  },
  { name: "too many calls", status: 429, body: {}, outcome: { kind: "retry_after" } },
  { name: "500", status: 500, body: "", outcome: { kind: "try_later" } },
  { name: "a page", status: 200, body: "<html>", outcome: { kind: "try_later" } },
  { name: "a gateway's refusal", status: 403, body: "<html>", outcome: { kind: "try_later" } },
])("$name when the code is exchanged is $outcome.kind", async ({ status, body, outcome }) => {
  await failTokens(status, body);
  expect((await consentAs(simulator, linkedinAdapter, approve)).outcome).toMatchObject(outcome);
});

test("who it is cannot be read just then: the member tries later", async () => {
  await simulator.script({ match: { path: "/v2/userinfo" }, effect: { kind: "html_502" } });
  expect((await consentAs(simulator, linkedinAdapter, approve)).outcome).toEqual({ kind: "try_later" });
});

test("refreshing keeps the refresh token, whose end does not move", async () => {
  await simulator.settings({ linkedin: { refreshTokens: true } });
  const { access, tokens } = await connectAs(simulator, linkedinAdapter);
  await simulator.advanceClock(59 * day);
  const outcome = await refresh(access);
  if (outcome.kind !== "refreshed") throw new Error(outcome.kind);
  expect(outcome.tokens.refreshToken).toBe(tokens.refreshToken);
  const daysLeft = (Number(outcome.tokens.refreshExpiresAt) - Date.now()) / day;
  expect(Math.round(daysLeft)).toBe(306);
});

test("an ordinary app has no refresh token, so its members give consent anew", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  expect(await refresh(access)).toEqual({ kind: "needs_reconnect", reason: "expired" });
  expect(
    (await simulator.requests("linkedin")).filter(({ body }) => /refresh_token/.test(String(body))),
  ).toEqual([]);
});

test.each(["invalid_request", "invalid_grant"] as const)(
  "a refresh token that is over, as %s",
  async (invalidGrantError) => {
    await simulator.settings({ linkedin: { refreshTokens: true, invalidGrantError } });
    const { access } = await connectAs(simulator, linkedinAdapter);
    await simulator.account({ provider: "linkedin", id: "alice", revoke: true });
    expect(await refresh(access)).toEqual({ kind: "needs_reconnect", reason: "revoked" });
  },
);

test("a refresh that is answered 500, or not at all, and then works leaves everybody connected", async () => {
  await simulator.settings({ linkedin: { refreshTokens: true } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  await failTokens(500, "");
  expect(await refresh(access)).toEqual({ kind: "try_later" });
  await simulator.script({ match: { path: "/oauth/v2/accessToken" }, effect: { kind: "drop_before" } });
  expect(await refresh(access)).toEqual({ kind: "try_later" });
  await failTokens(400, {
    error: "invalid_request",
    error_description: 'A required parameter "x" is missing',
  });
  expect(await refresh(access)).toEqual({ kind: "try_later" });
  expect((await refresh(access)).kind).toBe("refreshed");
});

test("a wrong secret disconnects nobody", async () => {
  await simulator.settings({ linkedin: { refreshTokens: true } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  await failTokens(401, { error: "invalid_client", error_description: `secret ${access.refreshToken}` });
  const outcome = await refresh(access);
  expect(outcome).toMatchObject({ kind: "app_blocked", reason: "credentials" });
  expect(JSON.stringify(outcome)).not.toContain(access.refreshToken);
});

test("a token that is seconds old and called revoked is used once more; an old one is not", async () => {
  await simulator.settings({
    linkedin: { refreshTokens: true, newTokenRefusedMs: 100, communityManagement: true },
  });
  env.LINKEDIN_SCOPES = "openid profile w_member_social r_member_profileAnalytics";
  const { access, account } = await connectAs(simulator, linkedinAdapter);
  const outcome = await refresh(access);
  if (outcome.kind !== "refreshed") throw new Error(outcome.kind);
  const { measurer } = linkedinAdapter;
  expect(await measurer.countFollowers(toAccess(account, outcome.tokens))).toBeNull();
  const again = await refresh(access);
  if (again.kind !== "refreshed") throw new Error(again.kind);
  const fresh = toAccess(account, again.tokens, new Date());
  expect(await measurer.countFollowers(fresh)).toEqual(expect.any(Number));
});

test("a post goes out once with a token that is seconds old", async () => {
  await simulator.settings({ linkedin: { refreshTokens: true, newTokenRefusedMs: 100 } });
  const { access, account } = await connectAs(simulator, linkedinAdapter);
  const outcome = await refresh(access);
  if (outcome.kind !== "refreshed") throw new Error(outcome.kind);
  const body = { url: "https://go.acme.example/s/1", card: { title: "Rain", description: "" }, image: null };
  const post = { ...body, text: "Rain", language: "en", createdAt: "2026-11-23T09:00:00.000Z" };
  const { publisher } = linkedinAdapter;
  const ready = await publisher.prepare(access, post, null);
  if (ready.kind !== "ready") throw new Error(ready.kind);
  const answer = await publisher.create(toAccess(account, outcome.tokens, new Date()), ready.request);
  expect(answer.outcome.kind).toBe("published");
  expect(await simulator.posts()).toHaveLength(1);
});

test("a revoked token that is not new is asked with once", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  await simulator.account({ provider: "linkedin", id: "alice", revoke: true });
  const request = { body: "{}", key: null, apiVersion: "202609" };
  const old = { ...access, tokenReceivedAt: new Date(Date.now() - 120_000) };
  expect((await linkedinAdapter.publisher.create(old, request)).outcome.kind).toBe("needs_reconnect");
  expect((await simulator.requests("linkedin")).filter(({ path }) => path === "/rest/posts")).toHaveLength(1);
});
