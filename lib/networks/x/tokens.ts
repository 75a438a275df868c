import { setTimeout as wait } from "node:timers/promises";
import type { Access, AppCredentials } from "../account.ts";
import { askNetwork } from "../ask-network.ts";
import type { ConsentAnswer, RefreshOutcome } from "../connector.ts";
import { xHosts } from "../network-hosts.ts";
import { askForTokens, type TokenOutcome } from "../token-endpoint.ts";
import { configuredApp } from "./app.ts";

const twoHours = 7_200;

const ask = (app: AppCredentials, form: Record<string, string>): Promise<TokenOutcome> =>
  askForTokens({
    url: `${xHosts().api}/2/oauth2/token`,
    form,
    headers: { Authorization: basic(app) },
    usual: { seconds: twoHours, scopes: app.scopes },
  });

const basic = ({ clientId, clientSecret }: AppCredentials): string =>
  `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}`;

export const exchangeCode = ({
  app,
  code,
  codeVerifier,
  redirectUri,
}: ConsentAnswer): Promise<TokenOutcome> =>
  ask(app, {
    grant_type: "authorization_code",
    code,
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
  });

/** Each refresh ends the refresh token that it was made with: a lost answer may have spent it, and one more try says so. */
export async function refreshTokens({
  refreshToken,
}: Access & { refreshToken: string | null }): Promise<RefreshOutcome> {
  const app = configuredApp();
  if (!app) return { kind: "app_blocked", reason: "credentials", detail: "X_CLIENT_ID is not set" };
  if (!refreshToken) return { kind: "needs_reconnect", reason: "expired" };
  const form = { grant_type: "refresh_token", refresh_token: refreshToken };
  let outcome = await ask(app, form);
  if (outcome.kind === "unheard" && outcome.mayBeSpent) {
    await wait(500);
    outcome = await ask(app, form);
  }
  return readRefreshed(outcome);
}

function readRefreshed(outcome: TokenOutcome): RefreshOutcome {
  if (outcome.kind === "tokens") return { kind: "refreshed", tokens: outcome.tokens };
  if (outcome.kind === "unheard") return { kind: "try_later" };
  if (outcome.kind !== "refused") return outcome;
  // "Value passed for the token was invalid." as `invalid_request`, sometimes `invalid_grant`. The first is a mistake of
  // ours as well, and then says what is missing.
  const isGrantOver =
    outcome.status === 400 &&
    /^(invalid_request|invalid_grant)$/.test(outcome.error) &&
    !/missing/i.test(outcome.description);
  return isGrantOver ? { kind: "needs_reconnect", reason: "revoked" } : { kind: "try_later" };
}

/** Either token of a pair ends both; the refresh token lives longer. */
export async function revokeTokens(
  { accessToken, refreshToken }: Access & { refreshToken: string | null },
  app: AppCredentials | null,
): Promise<void> {
  const credentials = app ?? configuredApp();
  if (!credentials) return;
  await askNetwork({
    method: "POST",
    url: `${xHosts().api}/2/oauth2/revoke`,
    headers: {
      "Content-Type": "application/x-www-form-urlencoded",
      Authorization: basic(credentials),
    },
    body: new URLSearchParams({
      token: refreshToken ?? accessToken,
      token_type_hint: refreshToken ? "refresh_token" : "access_token",
    }).toString(),
    timeoutMs: 10_000,
  });
}
