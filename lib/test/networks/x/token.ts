import { type Answer, type Call, formOf, json } from "../call.ts";
import { day, hour } from "../clock.ts";
import { type Grant, grantOfRefresh, issueGrant, takeCode } from "../grants.ts";
import { challengeOf, isVerifier, newSecret } from "../secrets.ts";
import type { World } from "../world.ts";
import { oauthError, spentGrant } from "./errors.ts";

/** `POST https://api.x.com/2/oauth2/token` */
export function token(world: World, call: Call): Answer {
  const form = formOf(call);
  const clientId = clientOf(world, call, form);
  const type = form.get("grant_type");
  if (type === "authorization_code") return json(200, tokenOf(exchange(world, form, clientId)));
  if (type === "refresh_token") return json(200, tokenOf(refresh(world, form, clientId)));
  throw oauthError(400, "unsupported_grant_type", "Value passed for the grant type was invalid.");
}

/** `POST https://api.x.com/2/oauth2/revoke`: either token of a pair ends both. */
export function revoke(world: World, call: Call): Answer {
  const form = formOf(call);
  const clientId = clientOf(world, call, form);
  const value = form.get("token");
  if (!value) throw oauthError(400, "invalid_request", "Missing required parameter [token].");
  const grant = world.state.x.grants.byToken[value] ?? grantOfRefresh(world, "x", value);
  if (grant?.clientId === clientId) grant.revoked = true;
  return json(200, { revoked: true });
}

/** A confidential app says who it is in Basic, and only there. */
function clientOf(world: World, call: Call, form: URLSearchParams): string {
  if (world.state.settings.x.client === "public") {
    const clientId = form.get("client_id");
    if (!clientId) throw oauthError(400, "invalid_request", "Missing required parameter [client_id].");
    return clientId;
  }
  const basic = /^Basic (.+)$/i.exec(call.headers.authorization ?? "")?.[1] ?? "";
  const [clientId, secret] = Buffer.from(basic, "base64").toString().split(":");
  if (!clientId || !secret || decodeURIComponent(secret) === "wrong")
    throw oauthError(401, "unauthorized_client", "Missing valid authorization header");
  return decodeURIComponent(clientId);
}

function exchange(world: World, form: URLSearchParams, clientId: string): Grant {
  const code = takeCode(world, "x", form.get("code"));
  const verifier = form.get("code_verifier") ?? "";
  if (
    !code ||
    code.clientId !== clientId ||
    code.redirectUri !== form.get("redirect_uri") ||
    code.expiresAt <= world.now()
  )
    throw oauthError(400, "invalid_request", "Value passed for the authorization code was invalid.");
  if (!isVerifier(verifier) || challengeOf(verifier) !== code.challenge)
    throw oauthError(400, "invalid_request", "Value passed for the code verifier did not match.");
  return issue(world, code.account, clientId, code.scopes);
}

/** Each refresh gives a new refresh token; the one that was used is spent. */
function refresh(world: World, form: URLSearchParams, clientId: string): Grant {
  const value = form.get("refresh_token") ?? "";
  const previous = grantOfRefresh(world, "x", value);
  const now = world.now();
  const isGood =
    previous &&
    previous.clientId === clientId &&
    previous.refreshToken === value &&
    !previous.revoked &&
    (previous.refreshExpiresAt ?? 0) > now;
  if (!isGood) throw spentGrant(world);
  previous.refreshToken = null;
  if (world.state.settings.x.refreshEndsOldAccess) previous.expiresAt = now;
  return issue(world, previous.account, clientId, previous.scopes);
}

function issue(world: World, account: string, clientId: string, scopes: string[]): Grant {
  const now = world.now();
  const mayRefresh = scopes.includes("offline.access");
  return issueGrant(world, "x", {
    account,
    clientId,
    scopes,
    expiresAt: now + 2 * hour,
    refreshToken: mayRefresh ? newSecret(48) : null,
    refreshExpiresAt: mayRefresh ? now + 180 * day : null,
  });
}

const tokenOf = (grant: Grant): object => ({
  token_type: "bearer",
  expires_in: 7200,
  access_token: grant.token,
  scope: grant.scopes.join(" "),
  ...(grant.refreshToken && { refresh_token: grant.refreshToken }),
});
