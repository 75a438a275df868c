import { createHash } from "node:crypto";
import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { prepared } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import type { AppCredentials } from "../account.ts";
import type { ConnectOutcome } from "../connector.ts";
import { mastodonAdapter } from "./adapter.ts";
import { mastodonConnector } from "./registration.ts";

const { publisher, revoke } = mastodonAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

const redirectUri = "http://herald.test/connect/mastodon/callback";
const codeVerifier = "a".repeat(64);
const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");

async function register(): Promise<AppCredentials> {
  const app = await mastodonConnector.registerApp?.(simulator.origin, redirectUri);
  if (!app || "kind" in app) throw new Error("not registered");
  return app;
}

async function visit(app: AppCredentials): Promise<URL> {
  const { origin } = simulator;
  const request = { app, origin, state: "s1", codeChallenge, redirectUri };
  const response = await fetch(await mastodonConnector.consentAddress(request), { redirect: "manual" });
  return new URL(response.headers.get("location") ?? "");
}

const finish = (app: AppCredentials, code: string, verifier = codeVerifier): Promise<ConnectOutcome> =>
  mastodonConnector.finish({ app, origin: simulator.origin, code, codeVerifier: verifier, redirectUri });

test("a member connects on their own server's page, and Herald learns who they are and what the server allows", async () => {
  const { account, tokens } = await connectAs(simulator, mastodonAdapter);
  const host = new URL(simulator.origin).host;
  expect(account).toEqual({
    origin: simulator.origin,
    subject: expect.stringMatching(/^\d+$/),
    handle: `alice@${host}`,
    displayName: "Alice Ashby",
    profileUrl: `${simulator.origin}/@alice`,
    limits: { maxCharacters: 500, charactersPerUrl: 23, maxImages: 4, imageBytes: 16_777_216 },
  });
  expect(tokens).toMatchObject({ expiresAt: null, refreshToken: null, refreshExpiresAt: null });
  expect(tokens.grantedScopes).toEqual(["profile", "read:statuses", "write:statuses", "write:media"]);
});

test("a server before 4.3 is asked without PKCE, and for the scope that it has", async () => {
  await simulator.settings({ mastodon: { version: "4.2.10" } });
  const app = await register();
  expect(app.scopes).toBe("read:accounts read:statuses write:statuses write:media");
  const request = { app, origin: simulator.origin, state: "s1", codeChallenge, redirectUri };
  expect(await mastodonConnector.consentAddress(request)).not.toContain("code_challenge");
  expect((await connectAs(simulator, mastodonAdapter)).account.displayName).toBe("Alice Ashby");
});

test("a newer server is shown a challenge, and takes no code without its answer", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "approve" });
  const code = (await visit(app)).searchParams.get("code") ?? "";
  expect(await finish(app, code, "b".repeat(64))).toEqual({ kind: "start_again" });
});

test("who says no is told apart from an app that is wrong", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "deny_consent" });
  const denied = await visit(app);
  expect(mastodonConnector.readError(denied.searchParams.get("error") ?? "")).toBe("denied");
  const wrong = await visit({ ...app, scopes: "profile write:lists" });
  expect(mastodonConnector.readError(wrong.searchParams.get("error") ?? "")).toBe("app");
});

test("a code is good once", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "approve" });
  const code = (await visit(app)).searchParams.get("code") ?? "";
  expect((await finish(app, code)).kind).toBe("connected");
  expect(await finish(app, code)).toEqual({ kind: "start_again" });
});

test("a server that forgot Herald says so of Herald, not of the member", async () => {
  const app = { ...(await register()), clientSecret: "forgotten" };
  expect(await finish(app, "code")).toMatchObject({ kind: "app_blocked", reason: "credentials" });
});

test.each([
  { name: "discovery", path: "/.well-known/oauth-authorization-server" },
  { name: "the registration", path: "/api/v1/apps" },
])("a server that fails at $name is tried later", async ({ path }) => {
  await simulator.script({ match: { path }, effect: { kind: "html_502" } });
  expect(await mastodonConnector.registerApp?.(simulator.origin, redirectUri)).toEqual({ kind: "try_later" });
});

test("a name with characters that a database cannot keep is taken without them", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "approve" });
  const code = (await visit(app)).searchParams.get("code") ?? "";
  const body = { id: "1\0", acct: "al\0ice", display_name: "Alice \ud83d", url: null };
  const effect = { kind: "status", status: 200, body } as const;
  await simulator.script({ match: { path: "/api/v1/accounts/verify_credentials" }, effect });
  const host = new URL(simulator.origin).host;
  const account = { subject: "1", handle: `alice@${host}`, displayName: "Alice \ufffd" };
  expect(await finish(app, code)).toMatchObject({ kind: "connected", account });
});

test("a server that does not say what it allows is no obstacle", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "approve" });
  const code = (await visit(app)).searchParams.get("code") ?? "";
  await simulator.script({ match: { path: "/api/v2/instance" }, effect: { kind: "html_502" } });
  expect(await finish(app, code)).toMatchObject({ kind: "connected", account: { limits: null } });
});

test("a token that was given back is good for nothing, and giving it back twice is no error", async () => {
  const { access, app } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await revoke?.({ ...access, refreshToken: null }, app);
  await revoke?.({ ...access, refreshToken: null }, app);
  expect((await publisher.create(access, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "revoked",
  });
});
