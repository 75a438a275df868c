import { afterAll, expect, test } from "vitest";
import { ask } from "../ask.ts";
import { visitAuthorize } from "../authorize-as.ts";
import { day, minute } from "../clock.ts";
import { type Simulator, startSimulator } from "../simulator.ts";

const simulator = await startSimulator();
afterAll(() => simulator.close());

const redirect_uri = "http://herald.test/callback";
const asked = { response_type: "code", client_id: "herald", redirect_uri, state: "a b", scope: "openid" };
const visit = (change: Record<string, string> = {}, preset?: Parameters<typeof visitAuthorize>[3]) =>
  visitAuthorize(simulator, "/oauth/v2/authorization", { ...asked, ...change }, preset);
const exchange = (code: string, change: Record<string, string> = {}) =>
  ask(simulator, "POST", "/oauth/v2/accessToken", {
    form: {
      grant_type: "authorization_code",
      code,
      redirect_uri,
      client_id: "herald",
      client_secret: "right",
      ...change,
    },
  });
const codeIn = (back: URL) => back.searchParams.get("code") ?? "";
const granted = async (simulated: Simulator) => {
  await simulated.settings({ linkedin: { refreshTokens: true } });
  return (await exchange(codeIn(await visit()))).body as {
    refresh_token: string;
    refresh_token_expires_in: number;
  };
};
const refresh = (refresh_token: string) => exchange("", { grant_type: "refresh_token", refresh_token });

const rows: { name: string; run: () => Promise<unknown>; expected: object }[] = [
  {
    name: "the state comes back as it was",
    run: async () => ({ state: (await visit()).searchParams.get("state") }),
    expected: { state: "a b" },
  },
  {
    name: "who does not sign in is said to have cancelled that",
    run: async () => Object.fromEntries((await visit({}, { decision: "deny_login" })).searchParams),
    expected: { error: "user_cancelled_login", state: "a b" },
  },
  {
    name: "who does not allow is said to have cancelled that",
    run: async () => Object.fromEntries((await visit({}, { decision: "deny_consent" })).searchParams),
    expected: { error: "user_cancelled_authorize", state: "a b" },
  },
  {
    name: "a scope of a product that the app does not have is refused",
    run: async () => Object.fromEntries((await visit({ scope: "r_member_postAnalytics" })).searchParams),
    expected: { error: "unauthorized_scope_error" },
  },
  {
    name: "an address that is not registered never hears back",
    run: async () => {
      await simulator.settings({ linkedin: { redirectUris: ["http://other.test/"] } });
      return ask(simulator, "GET", `/oauth/v2/authorization?${new URLSearchParams(asked)}`);
    },
    expected: { status: 400, text: expect.stringContaining("redirect_uri") },
  },
  {
    name: "a code is a token of sixty days",
    run: async () => exchange(codeIn(await visit())),
    expected: { status: 200, body: { expires_in: 5_184_000, token_type: "Bearer", scope: "openid" } },
  },
  {
    name: "a code is good once",
    run: async () => {
      const code = codeIn(await visit());
      await exchange(code);
      return exchange(code);
    },
    expected: { status: 401, body: { error: "invalid_request" } },
  },
  {
    name: "a code lives thirty minutes",
    run: async () => {
      const code = codeIn(await visit());
      await simulator.advanceClock(30 * minute);
      return exchange(code);
    },
    expected: { status: 400, body: { error: "invalid_redirect_uri" } },
  },
  {
    name: "a code belongs to its address",
    run: async () => exchange(codeIn(await visit()), { redirect_uri: "http://other.test/" }),
    expected: { status: 400, body: { error: "invalid_redirect_uri" } },
  },
  {
    name: "a wrong secret is the app's fault",
    run: async () => exchange(codeIn(await visit()), { client_secret: "wrong" }),
    expected: { status: 401, body: { error: "invalid_client" } },
  },
  {
    name: "scopes can come in three ways",
    run: async () => {
      const scopes = [];
      for (const scopeSeparator of [",", " ", "%20"] as const) {
        await simulator.settings({ linkedin: { scopeSeparator } });
        const { body } = await exchange(codeIn(await visit({ scope: "openid profile" })));
        scopes.push((body as { scope: string }).scope);
      }
      return { scopes };
    },
    expected: { scopes: ["openid,profile", "openid profile", "openid%20profile"] },
  },
  {
    name: "an ordinary app gets no refresh token",
    run: async () => ({ body: Object.keys((await exchange(codeIn(await visit()))).body as object) }),
    expected: { body: ["access_token", "expires_in", "scope", "token_type", "id_token"] },
  },
  {
    name: "a refresh token keeps its value and its end",
    run: async () => {
      const { refresh_token } = await granted(simulator);
      await simulator.advanceClock(59 * day);
      const { body } = await refresh(refresh_token);
      const next = body as { refresh_token: string; refresh_token_expires_in: number };
      return { same: next.refresh_token === refresh_token, daysLeft: next.refresh_token_expires_in / 86_400 };
    },
    expected: { same: true, daysLeft: 306 },
  },
  {
    name: "no access token outlives its refresh token",
    run: async () => {
      const { refresh_token } = await granted(simulator);
      await simulator.advanceClock(360 * day);
      return refresh(refresh_token);
    },
    expected: { body: { expires_in: 5 * 86_400, refresh_token_expires_in: 5 * 86_400 } },
  },
  {
    name: "a spent refresh token is refused",
    run: async () => {
      const { refresh_token } = await granted(simulator);
      await simulator.account({ provider: "linkedin", id: "alice", revoke: true });
      return refresh(refresh_token);
    },
    expected: { status: 400, body: { error: "invalid_request" } },
  },
  {
    name: "a new token can be refused as revoked for some seconds",
    run: async () => {
      await simulator.settings({ linkedin: { newTokenRefusedMs: 5_000 } });
      const { refresh_token } = await granted(simulator);
      const { access_token: token } = (await refresh(refresh_token)).body as { access_token: string };
      const early = await ask(simulator, "GET", "/v2/userinfo", { token });
      await simulator.advanceClock(5_000);
      const later = await ask(simulator, "GET", "/v2/userinfo", { token });
      return { early: early.body, later: later.status };
    },
    expected: { early: { serviceErrorCode: 65601 }, later: 200 },
  },
  {
    name: "the screen is skipped when that was granted already",
    run: async () => {
      await simulator.settings({ linkedin: { skipsConsent: true } });
      await exchange(codeIn(await visit()));
      const again = await ask(simulator, "GET", `/oauth/v2/authorization?${new URLSearchParams(asked)}`);
      const other = await ask(
        simulator,
        "GET",
        `/oauth/v2/authorization?${new URLSearchParams({ ...asked, scope: "openid profile" })}`,
      );
      return { again: again.status, other: other.status };
    },
    expected: { again: 302, other: 200 },
  },
  {
    name: "introspection says how a token is",
    run: async () => {
      const { access_token: token } = (await exchange(codeIn(await visit()))).body as {
        access_token: string;
      };
      await simulator.account({ provider: "linkedin", id: "alice", revoke: true });
      return ask(simulator, "POST", "/oauth/v2/introspectToken", {
        form: { client_id: "herald", client_secret: "right", token },
      });
    },
    expected: { body: { active: false, status: "revoked", auth_type: "3L" } },
  },
];

test.each(rows)("LinkedIn: $name", async ({ run, expected }) => {
  await simulator.reset();
  await simulator.setClock("2026-10-01T12:00:00Z");
  expect(await run()).toMatchObject(expected);
});
