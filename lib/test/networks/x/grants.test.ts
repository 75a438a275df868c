import { afterAll, expect, test } from "vitest";
import { ask } from "../ask.ts";
import { basic, visitAuthorize } from "../authorize-as.ts";
import { challengeOf } from "../secrets.ts";
import { startSimulator } from "../simulator.ts";

const simulator = await startSimulator();
afterAll(() => simulator.close());

const verifier = "v".repeat(43);
const redirect_uri = "http://herald.test/callback";
const asked = {
  response_type: "code",
  client_id: "herald",
  redirect_uri,
  state: "s",
  scope: "tweet.read tweet.write users.read offline.access",
  code_challenge: challengeOf(verifier),
  code_challenge_method: "S256",
};

const visit = (change: Record<string, string> = {}, preset?: Parameters<typeof visitAuthorize>[3]) =>
  visitAuthorize(simulator, "/i/oauth2/authorize", { ...asked, ...change }, preset);
const look = (change: Record<string, string>) =>
  ask(simulator, "GET", `/i/oauth2/authorize?${new URLSearchParams({ ...asked, ...change })}`);
const codeIn = (back: URL) => back.searchParams.get("code") ?? "";
const token = (form: Record<string, string>, authorization = basic("herald", "right")) =>
  ask(simulator, "POST", "/2/oauth2/token", { form, headers: { authorization } });
const exchange = (code: string, change: Record<string, string> = {}, authorization?: string) =>
  token(
    { grant_type: "authorization_code", code, redirect_uri, code_verifier: verifier, ...change },
    authorization,
  );
const refresh = (refresh_token: string) => token({ grant_type: "refresh_token", refresh_token });
const granted = async (change: Record<string, string> = {}) =>
  (await exchange(codeIn(await visit(change)))).body as { access_token: string; refresh_token: string };
const me = (access_token: string) => ask(simulator, "GET", "/2/users/me", { token: access_token });

const spent = {
  status: 400,
  body: { error: "invalid_request", error_description: "Value passed for the token was invalid." },
};

const rows: { name: string; run: () => Promise<unknown>; expected: object }[] = [
  {
    name: "a code with its verifier is a token of two hours",
    run: async () => exchange(codeIn(await visit())),
    expected: {
      status: 200,
      body: { token_type: "bearer", expires_in: 7200, scope: asked.scope, refresh_token: expect.any(String) },
    },
  },
  {
    name: "a challenge that is not S256 gets nowhere",
    run: () => look({ code_challenge_method: "plain" }),
    expected: { status: 400 },
  },
  { name: "no challenge gets nowhere", run: () => look({ code_challenge: "" }), expected: { status: 400 } },
  {
    name: "a state of more than 500 characters gets nowhere",
    run: () => look({ state: "s".repeat(501) }),
    expected: { status: 400 },
  },
  {
    name: "another verifier is refused",
    run: async () => exchange(codeIn(await visit()), { code_verifier: "w".repeat(43) }),
    expected: { status: 400, body: { error: "invalid_request" } },
  },
  {
    name: "a code lives thirty seconds",
    run: async () => {
      const [young, old] = [codeIn(await visit()), codeIn(await visit())];
      await simulator.advanceClock(29_999);
      const { status } = await exchange(young);
      await simulator.advanceClock(1);
      return { young: status, old: (await exchange(old)).status };
    },
    expected: { young: 200, old: 400 },
  },
  {
    name: "a code is good once",
    run: async () => {
      const code = codeIn(await visit());
      await exchange(code);
      return exchange(code);
    },
    expected: { status: 400 },
  },
  {
    name: "a code belongs to its address",
    run: async () => exchange(codeIn(await visit()), { redirect_uri: "http://other.test/" }),
    expected: { status: 400 },
  },
  {
    name: "a wrong secret is the app's fault",
    run: async () => exchange(codeIn(await visit()), {}, basic("herald", "wrong")),
    expected: { status: 401, body: { error: "unauthorized_client" } },
  },
  {
    name: "a secret in the body is not seen",
    run: async () => exchange(codeIn(await visit()), { client_id: "herald", client_secret: "right" }, ""),
    expected: { status: 401, body: { error_description: "Missing valid authorization header" } },
  },
  {
    name: "a public app says its id in the body",
    run: async () => {
      await simulator.settings({ x: { client: "public" } });
      return exchange(codeIn(await visit()), { client_id: "herald" }, "");
    },
    expected: { status: 200 },
  },
  {
    name: "without offline.access there is no refresh token",
    run: async () => Object.keys(await granted({ scope: "tweet.read users.read" })),
    expected: ["token_type", "expires_in", "access_token", "scope"],
  },
  {
    name: "a refresh gives another refresh token, and the first is spent",
    run: async () => {
      const { refresh_token } = await granted();
      const next = await refresh(refresh_token);
      return { next, again: await refresh(refresh_token) };
    },
    expected: { next: { status: 200 }, again: spent },
  },
  {
    name: "the new refresh token works",
    run: async () => {
      const { body } = await refresh((await granted()).refresh_token);
      return refresh((body as { refresh_token: string }).refresh_token);
    },
    expected: { status: 200 },
  },
  {
    name: "a refresh whose answer is lost has spent the token",
    run: async () => {
      const { refresh_token } = await granted();
      await simulator.script({ match: { provider: "x", account: "alice" }, effect: { kind: "drop_after" } });
      await refresh(refresh_token).catch(() => null);
      return refresh(refresh_token);
    },
    expected: spent,
  },
  {
    name: "a spent token can be called an invalid grant",
    run: async () => {
      await simulator.settings({ x: { grantError: "invalid_grant" } });
      return refresh("never given");
    },
    expected: { status: 400, body: { error: "invalid_grant" } },
  },
  {
    name: "the earlier access token goes on, or ends with the refresh",
    run: async () => {
      const [one, other] = [await granted(), await granted()];
      await refresh(one.refresh_token);
      await simulator.settings({ x: { refreshEndsOldAccess: true } });
      await refresh(other.refresh_token);
      return [(await me(one.access_token)).status, (await me(other.access_token)).status];
    },
    expected: [200, 401],
  },
  {
    name: "revoking one token of a pair ends both",
    run: async () => {
      const { access_token, refresh_token } = await granted();
      const answer = await ask(simulator, "POST", "/2/oauth2/revoke", {
        form: { token: refresh_token },
        headers: { authorization: basic("herald", "right") },
      });
      return { answer, me: await me(access_token), refresh: await refresh(refresh_token) };
    },
    expected: { answer: { body: { revoked: true } }, me: { status: 401 }, refresh: spent },
  },
  {
    name: "who cancels is sent back with that",
    run: async () => Object.fromEntries((await visit({}, { decision: "deny_consent" })).searchParams),
    expected: { error: "access_denied", state: "s" },
  },
  {
    name: "somebody else can be signed in",
    run: async () => {
      const back = await visit({}, { account: "alice", decision: "other_account" });
      const { body } = await exchange(codeIn(back));
      return me((body as { access_token: string }).access_token);
    },
    expected: { body: { data: { username: "bob" } } },
  },
];

test.each(rows)("X: $name", async ({ run, expected }) => {
  await simulator.reset();
  await simulator.setClock("2026-10-01T12:00:00Z");
  expect(await run()).toMatchObject(expected);
});
