import { afterAll, expect, test } from "vitest";
import { ask } from "../ask.ts";
import { visitAuthorize } from "../authorize-as.ts";
import { challengeOf } from "../secrets.ts";
import { startSimulator } from "../simulator.ts";

const simulator = await startSimulator();
afterAll(() => simulator.close());

const verifier = "v".repeat(43);
const redirect_uri = "http://herald.test/callback";
const scopes = "profile read:statuses write:statuses write:media";

const register = (change: Record<string, string> = {}) =>
  ask(simulator, "POST", "/api/v1/apps", {
    form: { client_name: "Herald", redirect_uris: redirect_uri, scopes, ...change },
  });

async function app() {
  const { body } = await register();
  const { client_id, client_secret } = body as { client_id: string; client_secret: string };
  const asked = {
    response_type: "code",
    client_id,
    redirect_uri,
    state: "s",
    scope: scopes,
    code_challenge: challengeOf(verifier),
    code_challenge_method: "S256",
  };
  const visit = (change: Record<string, string> = {}, preset?: Parameters<typeof visitAuthorize>[3]) =>
    visitAuthorize(simulator, "/oauth/authorize", { ...asked, ...change }, preset);
  const look = (change: Record<string, string>) =>
    ask(simulator, "GET", `/oauth/authorize?${new URLSearchParams({ ...asked, ...change })}`);
  const token = (back: URL, change: Record<string, string> = {}) =>
    ask(simulator, "POST", "/oauth/token", {
      form: {
        grant_type: "authorization_code",
        code: back.searchParams.get("code") ?? "",
        client_id,
        client_secret,
        redirect_uri,
        code_verifier: verifier,
        ...change,
      },
    });
  return { visit, look, token };
}

const tokenIn = ({ body }: { body: unknown }) => (body as { access_token: string }).access_token;

type App = Awaited<ReturnType<typeof app>>;

const rows: { name: string; run: (app: App) => Promise<unknown>; expected: object }[] = [
  {
    name: "an app registers itself",
    run: () => register(),
    expected: {
      status: 200,
      body: { client_id: expect.any(String), client_secret: expect.any(String), client_secret_expires_at: 0 },
    },
  },
  { name: "an app has a name", run: () => register({ client_name: "" }), expected: { status: 422 } },
  {
    name: "an older server knows no profile scope and no discovery",
    run: async () => {
      await simulator.settings({ mastodon: { version: "4.2.9" } });
      return [
        await register(),
        await register({ scopes: "read:accounts write:statuses" }),
        await ask(simulator, "GET", "/.well-known/oauth-authorization-server"),
      ];
    },
    expected: [{ status: 422 }, { status: 200 }, { status: 404 }],
  },
  {
    name: "discovery says where to go",
    run: () => ask(simulator, "GET", "/.well-known/oauth-authorization-server"),
    expected: { status: 200, body: { code_challenge_methods_supported: ["S256"] } },
  },
  {
    name: "a code is a token",
    run: async ({ visit, token }) => token(await visit()),
    expected: { status: 200, body: { token_type: "Bearer", scope: scopes, created_at: expect.any(Number) } },
  },
  {
    name: "an unknown app gets nowhere",
    run: ({ look }) => look({ client_id: "nobody" }),
    expected: { status: 401 },
  },
  {
    name: "an address that is not registered gets nowhere",
    run: ({ look }) => look({ redirect_uri: "http://other.test/" }),
    expected: { status: 400 },
  },
  {
    name: "scopes are among those that were registered",
    run: async ({ visit }) => Object.fromEntries((await visit({ scope: "write" })).searchParams),
    expected: { error: "invalid_scope", state: "s" },
  },
  {
    name: "a plain challenge is refused",
    run: async ({ visit }) =>
      Object.fromEntries((await visit({ code_challenge_method: "plain" })).searchParams),
    expected: { error: "invalid_code_challenge_method" },
  },
  {
    name: "who denies is sent back with that",
    run: async ({ visit }) =>
      Object.fromEntries((await visit({}, { decision: "deny_consent" })).searchParams),
    expected: { error: "access_denied", state: "s" },
  },
  {
    name: "another verifier is refused",
    run: async ({ visit, token }) => token(await visit(), { code_verifier: "w".repeat(43) }),
    expected: { status: 400, body: { error: "invalid_grant" } },
  },
  {
    name: "a code is good once",
    run: async ({ visit, token }) => {
      const back = await visit();
      await token(back);
      return token(back);
    },
    expected: { status: 400, body: { error: "invalid_grant" } },
  },
  {
    name: "a wrong secret is the app's fault",
    run: async ({ visit, token }) => token(await visit(), { client_secret: "wrong" }),
    expected: { status: 401, body: { error: "invalid_client" } },
  },
  {
    name: "allowing again gives the token that the person has",
    run: async ({ visit, token }) => {
      const one = tokenIn(await token(await visit()));
      return { same: tokenIn(await token(await visit())) === one };
    },
    expected: { same: true },
  },
  {
    name: "allowing again can give another token",
    run: async ({ visit, token }) => {
      await simulator.settings({ mastodon: { reusesToken: false } });
      const one = tokenIn(await token(await visit()));
      return { same: tokenIn(await token(await visit())) === one };
    },
    expected: { same: false },
  },
];

test.each(rows)("Mastodon: $name", async ({ run, expected }) => {
  await simulator.reset();
  await simulator.setClock("2026-10-01T12:00:00Z");
  expect(await run(await app())).toMatchObject(expected);
});
