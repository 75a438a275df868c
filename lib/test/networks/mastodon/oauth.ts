import { accountFor } from "../accounts.ts";
import { type Answer, type Call, html, json, redirect } from "../call.ts";
import { minute } from "../clock.ts";
import { decide, isAnswer } from "../consent.ts";
import { type Grant, grantOfAccount, issueCode, issueGrant, takeCode } from "../grants.ts";
import { escapeHtml, page } from "../page.ts";
import { challengeOf } from "../secrets.ts";
import type { World } from "../world.ts";
import { oauthError } from "./errors.ts";
import { type Params, paramsOf } from "./params.ts";
import { includes, isModern, scopesIn } from "./scopes.ts";
import type { MastodonApp } from "./state.ts";

/** `GET /.well-known/oauth-authorization-server` */
export function discover(world: World): Answer {
  if (!isModern(world)) return { status: 404 };
  const { origin } = world;
  return json(200, {
    issuer: `${origin}/`,
    service_documentation: "https://docs.joinmastodon.org/",
    authorization_endpoint: `${origin}/oauth/authorize`,
    token_endpoint: `${origin}/oauth/token`,
    revocation_endpoint: `${origin}/oauth/revoke`,
    app_registration_endpoint: `${origin}/api/v1/apps`,
    scopes_supported: [
      "read",
      "profile",
      "write",
      "read:accounts",
      "read:statuses",
      "write:media",
      "write:statuses",
    ],
    response_types_supported: ["code"],
    response_modes_supported: ["query", "fragment", "form_post"],
    grant_types_supported: ["authorization_code", "client_credentials"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    code_challenge_methods_supported: ["S256"],
  });
}

/** `GET /oauth/authorize` */
export function authorize(world: World, call: Call): Answer {
  const { query } = call;
  const app = world.state.mastodon.apps[query.get("client_id") ?? ""];
  const redirectUri = query.get("redirect_uri") ?? "";
  if (!app) return ownPage(401, "Client authentication failed due to unknown client.");
  if (!app.redirectUris.includes(redirectUri)) return ownPage(400, "The redirect uri included is not valid.");

  const back = (answer: Record<string, string>) => {
    const url = new URL(redirectUri);
    const state = query.get("state");
    for (const [name, value] of Object.entries({ ...answer, ...(state === null ? {} : { state }) }))
      url.searchParams.set(name, value);
    return redirect(url.href);
  };
  const refuse = (error: string, error_description: string) => back({ error, error_description });
  const scopes = scopesIn(query.get("scope") ?? "read");
  if (query.get("response_type") !== "code")
    return refuse(
      "unsupported_response_type",
      "The authorization server does not support this response type.",
    );
  if (scopes.some((scope) => !includes(app.scopes, scope)))
    return refuse("invalid_scope", "The requested scope is invalid, unknown, or malformed.");
  const challenge = isModern(world) ? query.get("code_challenge") : null;
  if (challenge !== null && query.get("code_challenge_method") !== "S256")
    return refuse("invalid_code_challenge_method", "The code challenge method must be S256.");

  const decision = decide(world, "mastodon", call, { app: app.name, scopes });
  if (isAnswer(decision)) return decision;
  if ("denied" in decision)
    return refuse("access_denied", "The resource owner or authorization server denied the request.");
  const { id } = accountFor(world, "mastodon", decision.account);
  const expiresAt = world.now() + 10 * minute;
  const code = { account: id, clientId: app.clientId, redirectUri, scopes, challenge, expiresAt };
  return back({ code: issueCode(world, "mastodon", code) });
}

/** `POST /oauth/token`: tokens do not expire, they are revoked. */
export async function token(world: World, call: Call): Promise<Answer> {
  const params = await paramsOf(call);
  const app = clientOf(world, call, params);
  if (params.text("grant_type") !== "authorization_code")
    throw oauthError(
      400,
      "unsupported_grant_type",
      "The authorization grant type is not supported by the authorization server.",
    );
  const code = takeCode(world, "mastodon", params.text("code"));
  const verifier = params.text("code_verifier");
  const isGood =
    code &&
    code.clientId === app.clientId &&
    code.redirectUri === params.text("redirect_uri") &&
    code.expiresAt > world.now() &&
    (code.challenge === null || (verifier !== null && challengeOf(verifier) === code.challenge));
  if (!isGood) throw invalidGrant();
  const grant =
    livingGrant(world, code.account, app, code.scopes) ?? newGrant(world, code.account, app, code.scopes);
  return json(200, {
    access_token: grant.token,
    token_type: "Bearer",
    scope: grant.scopes.join(" "),
    created_at: Math.floor(grant.issuedAt / 1000),
  });
}

/** `POST /oauth/revoke`: a token that is not there any more is no error. */
export async function revoke(world: World, call: Call): Promise<Answer> {
  const params = await paramsOf(call);
  const app = clientOf(world, call, params);
  const grant = world.state.mastodon.grants.byToken[params.text("token") ?? ""];
  if (grant && grant.clientId !== app.clientId)
    throw oauthError(403, "unauthorized_client", "You are not authorized to revoke this token");
  if (grant) grant.revoked = true;
  return json(200, {});
}

function clientOf(world: World, call: Call, params: Params): MastodonApp {
  const basic = /^Basic (.+)$/i.exec(call.headers.authorization ?? "")?.[1];
  const [id, secret] = basic
    ? Buffer.from(basic, "base64").toString().split(":")
    : [params.text("client_id"), params.text("client_secret")];
  const app = world.state.mastodon.apps[id ?? ""];
  if (!app || app.clientSecret !== secret)
    throw oauthError(
      401,
      "invalid_client",
      "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.",
    );
  return app;
}

/** Mastodon gives a person who allows the same app the same scopes again the token that they have. */
function livingGrant(world: World, account: string, app: MastodonApp, scopes: string[]): Grant | null {
  if (!world.state.settings.mastodon.reusesToken) return null;
  const same = (grant: Grant) => [...grant.scopes].sort().join(" ") === [...scopes].sort().join(" ");
  return (
    grantOfAccount(world, "mastodon", account).find(
      (grant) => grant.clientId === app.clientId && !grant.revoked && grant.expiresAt === null && same(grant),
    ) ?? null
  );
}

const newGrant = (world: World, account: string, app: MastodonApp, scopes: string[]): Grant =>
  issueGrant(
    world,
    "mastodon",
    { account, clientId: app.clientId, scopes, expiresAt: null, refreshToken: null, refreshExpiresAt: null },
    32,
  );

const invalidGrant = () =>
  oauthError(
    400,
    "invalid_grant",
    "The provided authorization grant is invalid, expired, revoked, does not match the redirection URI used in the authorization request, or was issued to another client.",
  );

const ownPage = (status: number, sentence: string): Answer =>
  html(
    status,
    page(
      "Simulated Mastodon",
      `<p class="banner">Simulated Mastodon – nothing leaves this machine</p><main><h1>An error has occurred</h1><p>${escapeHtml(sentence)}</p></main>`,
    ),
  );
