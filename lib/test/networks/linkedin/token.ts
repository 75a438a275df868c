import { type Answer, type Call, formOf, json } from "../call.ts";
import { day } from "../clock.ts";
import { type Grant, grantOfRefresh, issueGrant, takeCode } from "../grants.ts";
import { newSecret, sha256 } from "../secrets.ts";
import type { World } from "../world.ts";
import { tokenError } from "./errors.ts";

const accessDays = 60;
const refreshDays = 365;

/** `POST https://www.linkedin.com/oauth/v2/accessToken` */
export function accessToken(world: World, call: Call): Answer {
  const form = formOf(call);
  const grantType = need(form, "grant_type");
  const clientId = checkedClient(form);
  if (grantType === "authorization_code") return json(200, tokenOf(world, exchange(world, form, clientId)));
  if (grantType === "refresh_token") return json(200, tokenOf(world, refresh(world, form, clientId)));
  throw tokenError(400, "unsupported_grant_type", `The grant type "${grantType}" is not supported`);
}

/** `POST https://www.linkedin.com/oauth/v2/introspectToken` */
export function introspect(world: World, call: Call): Answer {
  const form = formOf(call);
  const clientId = checkedClient(form);
  const grant = world.state.linkedin.grants.byToken[need(form, "token")];
  if (!grant || grant.clientId !== clientId) return json(200, { active: false });
  const expiresAt = grant.expiresAt ?? 0;
  const status = grant.revoked ? "revoked" : expiresAt <= world.now() ? "expired" : "active";
  const seconds = (at: number) => Math.floor(at / 1000);
  return json(200, {
    active: status === "active",
    status,
    scope: grant.scopes.join(","),
    client_id: clientId,
    created_at: seconds(grant.issuedAt),
    expires_at: seconds(expiresAt),
    authorized_at: seconds(grant.issuedAt),
    auth_type: "3L",
  });
}

/** The member's number is made for the app: two apps know one person by two numbers. */
export const subjectFor = (account: string, clientId: string): string =>
  sha256(`linkedin:${clientId}:${account}`).toString("base64url").replace(/[-_]/g, "z").slice(0, 10);

function exchange(world: World, form: URLSearchParams, clientId: string): Grant {
  const value = need(form, "code");
  const redirectUri = need(form, "redirect_uri");
  const code = takeCode(world, "linkedin", value);
  if (!code)
    throw tokenError(401, "invalid_request", "Unable to retrieve access token: authorization code not found");
  if (code.clientId !== clientId || code.redirectUri !== redirectUri || code.expiresAt <= world.now())
    throw tokenError(
      400,
      "invalid_redirect_uri",
      "Unable to retrieve access token: appid/redirect uri/code verifier does not match authorization code. Or authorization code expired. Or external member binding exists",
    );
  const now = world.now();
  const mayRefresh = world.state.settings.linkedin.refreshTokens;
  return issueGrant(
    world,
    "linkedin",
    {
      account: code.account,
      clientId,
      scopes: code.scopes,
      expiresAt: now + accessDays * day,
      refreshToken: mayRefresh ? newSecret(200) : null,
      refreshExpiresAt: mayRefresh ? now + refreshDays * day : null,
    },
    260,
  );
}

/** The refresh token neither rotates nor lives longer: 365 days from the first grant, and no access token outlives it. */
function refresh(world: World, form: URLSearchParams, clientId: string): Grant {
  const { invalidGrantError, newTokenRefusedMs } = world.state.settings.linkedin;
  const now = world.now();
  const previous = grantOfRefresh(world, "linkedin", need(form, "refresh_token"));
  const end = previous?.refreshExpiresAt ?? 0;
  if (!previous || previous.clientId !== clientId || previous.revoked || end <= now)
    throw tokenError(
      400,
      invalidGrantError,
      "The provided authorization grant or refresh token is invalid, expired or revoked",
    );
  const { account, scopes, refreshToken } = previous;
  return issueGrant(
    world,
    "linkedin",
    {
      account,
      clientId,
      scopes,
      expiresAt: Math.min(now + accessDays * day, end),
      notBefore: now + newTokenRefusedMs,
      refreshToken,
      refreshExpiresAt: end,
    },
    260,
  );
}

function tokenOf(world: World, grant: Grant): object {
  const seconds = (at: number | null) => Math.round(((at ?? 0) - world.now()) / 1000);
  const { scopeSeparator } = world.state.settings.linkedin;
  return {
    access_token: grant.token,
    expires_in: seconds(grant.expiresAt),
    ...(grant.refreshToken && {
      refresh_token: grant.refreshToken,
      refresh_token_expires_in: seconds(grant.refreshExpiresAt),
    }),
    scope: grant.scopes.join(scopeSeparator),
    token_type: "Bearer",
    ...(grant.scopes.includes("openid") && { id_token: idToken(grant, world.now()) }),
  };
}

/** Nothing vouches for it here: who somebody is, `userinfo` says. */
function idToken({ account, clientId }: Grant, now: number): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const iat = Math.floor(now / 1000);
  const claims = { iss: "https://www.linkedin.com/oauth", aud: clientId, iat, exp: iat + 3600 };
  return `${part({ alg: "RS256", kid: "simulated" })}.${part({ ...claims, sub: subjectFor(account, clientId) })}.${newSecret(64)}`;
}

function checkedClient(form: URLSearchParams): string {
  const clientId = need(form, "client_id");
  const secret = need(form, "client_secret");
  if (secret === "wrong") throw tokenError(401, "invalid_client", "Client authentication failed");
  return clientId;
}

function need(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw tokenError(400, "invalid_request", `A required parameter "${name}" is missing`);
  return value;
}
