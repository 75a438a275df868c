import { z } from "zod";
import { env } from "#lib/env.ts";
import type { Access, Account, AppCredentials } from "../account.ts";
import { readJson } from "../ask-network.ts";
import type { ConnectOutcome, ConsentAnswer, ConsentConnector, ConsentRequest } from "../connector.ts";
import { readConsentError } from "../consent-error.ts";
import type { TryLater } from "../outcomes.ts";
import { askForTokens } from "../token-endpoint.ts";
import { askMastodon, isDone, readAccessRefusal } from "./answers.ts";
import { readInstance } from "./instance.ts";

// https://docs.joinmastodon.org/client/authorized/
// Servers from 4.3 on describe themselves, know PKCE, and have a scope for the account's own profile alone.
const writing = "read:statuses write:statuses write:media";
const scopesSince43 = `profile ${writing}`;
const scopesBefore43 = `read:accounts ${writing}`;

export const mastodonConnector: ConsentConnector = {
  by: "consent",
  configuredApp: () => null,
  registerApp,
  consentAddress,
  finish,
  readError: readConsentError,
};

const registered = z.object({ client_id: z.string().min(1), client_secret: z.string().min(1) });

async function registerApp(origin: string, redirectUri: string): Promise<AppCredentials | TryLater> {
  const scopes = await offeredScopes(origin);
  if (!scopes) return { kind: "try_later" };
  const answer = await askMastodon({
    method: "POST",
    origin,
    path: "/api/v1/apps",
    body: JSON.stringify({
      client_name: "Herald",
      redirect_uris: redirectUri,
      scopes,
      website: env.PUBLIC_URL,
    }),
  });
  const { data } = registered.safeParse(isDone(answer) ? readJson(answer) : null);
  if (!data) return { kind: "try_later" };
  return { clientId: data.client_id, clientSecret: data.client_secret, scopes };
}

/** Null when nobody answered. */
async function offeredScopes(origin: string): Promise<string | null> {
  const answer = await askMastodon({
    method: "GET",
    origin,
    path: "/.well-known/oauth-authorization-server",
  });
  if (answer.kind !== "answer" || answer.status >= 500 || answer.status === 429) return null;
  const { data } = z.object({ scopes_supported: z.array(z.string()) }).safeParse(readJson(answer));
  return isDone(answer) && data?.scopes_supported.includes("profile") ? scopesSince43 : scopesBefore43;
}

async function consentAddress({
  app,
  origin,
  state,
  codeChallenge,
  redirectUri,
}: ConsentRequest): Promise<string> {
  const query = new URLSearchParams({
    response_type: "code",
    client_id: app.clientId,
    redirect_uri: redirectUri,
    scope: app.scopes,
    state,
    ...(knowsPkce(app) && { code_challenge: codeChallenge, code_challenge_method: "S256" }),
  });
  return `${origin}/oauth/authorize?${query}`;
}

async function finish(answer: ConsentAnswer): Promise<ConnectOutcome> {
  const { app, origin, code, codeVerifier, redirectUri } = answer;
  const outcome = await askForTokens({
    url: `${origin}/oauth/token`,
    form: {
      grant_type: "authorization_code",
      code,
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: redirectUri,
      ...(knowsPkce(app) && { code_verifier: codeVerifier }),
    },
    usual: { seconds: 1, scopes: app.scopes },
  });
  if (outcome.kind === "refused") return { kind: "start_again" };
  if (outcome.kind === "unheard") return { kind: "try_later" };
  if (outcome.kind !== "tokens") return outcome;
  // Tokens last until they are revoked.
  const tokens = { ...outcome.tokens, expiresAt: null, refreshToken: null, refreshExpiresAt: null };
  const account = await readAccount(origin, tokens.accessToken);
  return "kind" in account ? account : { kind: "connected", account, tokens };
}

export async function revokeToken(
  { origin, accessToken }: Pick<Access, "origin" | "accessToken">,
  app: AppCredentials | null,
): Promise<void> {
  if (!app) return;
  await askMastodon({
    method: "POST",
    origin,
    path: "/oauth/revoke",
    body: JSON.stringify({ client_id: app.clientId, client_secret: app.clientSecret, token: accessToken }),
  });
}

const credentials = z.object({
  id: z.string().min(1),
  acct: z.string().min(1),
  display_name: z.string().catch(""),
  url: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .catch(null),
});

/** A number of its own server: on another one it is somebody else. */
async function readAccount(
  origin: string,
  token: string,
): Promise<Account | Exclude<ConnectOutcome, { kind: "connected" }>> {
  const answer = await askMastodon({
    method: "GET",
    origin,
    path: "/api/v1/accounts/verify_credentials",
    token,
  });
  if (answer.kind !== "answer") return { kind: "try_later" };
  const { data } = credentials.safeParse(isDone(answer) ? readJson(answer) : null);
  if (!data) {
    const refusal = readAccessRefusal(answer);
    if (refusal?.kind === "needs_reconnect") return { kind: "start_again" };
    return refusal ?? { kind: "try_later" };
  }
  const instance = await readInstance(origin);
  return {
    origin,
    subject: data.id,
    handle: `${data.acct}@${instance?.domain ?? new URL(origin).host}`,
    displayName: data.display_name || data.acct,
    profileUrl: data.url,
    limits: instance?.limits ?? null,
  };
}

const knowsPkce = ({ scopes }: AppCredentials): boolean => scopes.split(" ").includes("profile");
