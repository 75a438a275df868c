import type { Access, AppCredentials } from "../account.ts";
import type { ConsentAnswer, RefreshOutcome } from "../connector.ts";
import { linkedinHosts } from "../network-hosts.ts";
import { askForTokens, type TokenOutcome } from "../token-endpoint.ts";
import { configuredApp } from "./app.ts";

const sixtyDays = 5_184_000;

const ask = (app: AppCredentials, form: Record<string, string>): Promise<TokenOutcome> =>
  askForTokens({
    url: `${linkedinHosts().pages}/oauth/v2/accessToken`,
    form: { ...form, client_id: app.clientId, client_secret: app.clientSecret },
    usual: { seconds: sixtyDays, scopes: app.scopes },
  });

export const exchangeCode = ({ app, code, redirectUri }: ConsentAnswer): Promise<TokenOutcome> =>
  ask(app, { grant_type: "authorization_code", code, redirect_uri: redirectUri });

/** Only apps that LinkedIn approved for it are given refresh tokens; all others' members give their consent anew. */
export async function refreshTokens({
  refreshToken,
}: Access & { refreshToken: string | null }): Promise<RefreshOutcome> {
  const app = configuredApp();
  if (!app) return { kind: "app_blocked", reason: "credentials", detail: "LINKEDIN_CLIENT_ID is not set" };
  if (!refreshToken) return { kind: "needs_reconnect", reason: "expired" };
  const outcome = await ask(app, { grant_type: "refresh_token", refresh_token: refreshToken });
  if (outcome.kind === "tokens") return { kind: "refreshed", tokens: outcome.tokens };
  if (outcome.kind === "unheard") return { kind: "try_later" };
  if (outcome.kind !== "refused") return outcome;
  return isGrantOver(outcome) ? { kind: "needs_reconnect", reason: "revoked" } : { kind: "try_later" };
}

/** LinkedIn calls it `invalid_grant` or `invalid_request`; the latter is also what it calls a mistake of ours. */
const isGrantOver = ({ error, description }: { error: string; description: string }): boolean =>
  error === "invalid_grant" || /invalid, expired or revoked|refresh token/i.test(description);
