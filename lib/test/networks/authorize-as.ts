import type { ConsentPreset } from "./consent.ts";
import { challengeOf, newSecret } from "./secrets.ts";
import type { Simulator } from "./simulator.ts";

const redirectUri = "http://herald.test/callback";

type Tokens = { access_token: string; refresh_token?: string; expires_in: number; scope: string };

/** Goes to an authorize page as that person; where it sends them back to. */
export async function visitAuthorize(
  simulator: Simulator,
  path: string,
  query: Record<string, string>,
  preset: ConsentPreset = { decision: "approve" },
): Promise<URL> {
  await simulator.consent(preset);
  const response = await fetch(`${simulator.origin}${path}?${new URLSearchParams(query)}`, {
    redirect: "manual",
  });
  const location = response.headers.get("location");
  if (!location) throw new Error(`no redirect but ${response.status}: ${await response.text()}`);
  return new URL(location);
}

export async function linkedInTokens(
  simulator: Simulator,
  { account = "alice", scope = "openid profile w_member_social", clientId = "herald" } = {},
): Promise<Tokens> {
  const back = await visitAuthorize(
    simulator,
    "/oauth/v2/authorization",
    { response_type: "code", client_id: clientId, redirect_uri: redirectUri, state: "s", scope },
    { provider: "linkedin", account, decision: "approve" },
  );
  return tokens(simulator, "/oauth/v2/accessToken", {
    grant_type: "authorization_code",
    code: back.searchParams.get("code") ?? "",
    redirect_uri: redirectUri,
    client_id: clientId,
    client_secret: "right",
  });
}

export async function xTokens(
  simulator: Simulator,
  { account = "alice", scope = "tweet.read tweet.write users.read media.write offline.access" } = {},
): Promise<Tokens> {
  const verifier = newSecret(48);
  const back = await visitAuthorize(
    simulator,
    "/i/oauth2/authorize",
    {
      response_type: "code",
      client_id: "herald",
      redirect_uri: redirectUri,
      state: "s",
      scope,
      code_challenge: challengeOf(verifier),
      code_challenge_method: "S256",
    },
    { provider: "x", account, decision: "approve" },
  );
  return tokens(
    simulator,
    "/2/oauth2/token",
    {
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
      code_verifier: verifier,
    },
    { authorization: basic("herald", "right") },
  );
}

export const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`;

async function tokens(
  simulator: Simulator,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Tokens> {
  const response = await fetch(simulator.origin + path, {
    method: "POST",
    headers,
    body: new URLSearchParams(form),
  });
  const body = await response.json();
  if (!response.ok) throw new Error(`no token but ${response.status}: ${JSON.stringify(body)}`);
  return body;
}

export type MastodonTokens = Tokens & { client_id: string; client_secret: string };

export async function mastodonTokens(
  simulator: Simulator,
  { account = "alice", scope = "profile read:statuses write:statuses write:media" } = {},
): Promise<MastodonTokens> {
  const app = await fetch(`${simulator.origin}/api/v1/apps`, {
    method: "POST",
    body: new URLSearchParams({ client_name: "Herald", redirect_uris: redirectUri, scopes: scope }),
  });
  const { client_id, client_secret } = await app.json();
  const verifier = newSecret(48);
  const back = await visitAuthorize(
    simulator,
    "/oauth/authorize",
    {
      response_type: "code",
      client_id,
      redirect_uri: redirectUri,
      state: "s",
      scope,
      code_challenge: challengeOf(verifier),
      code_challenge_method: "S256",
    },
    { provider: "mastodon", account, decision: "approve" },
  );
  const granted = await tokens(simulator, "/oauth/token", {
    grant_type: "authorization_code",
    code: back.searchParams.get("code") ?? "",
    redirect_uri: redirectUri,
    code_verifier: verifier,
    client_id,
    client_secret,
  });
  return { ...granted, client_id, client_secret };
}

export type BlueskySession = { accessJwt: string; refreshJwt: string; did: string; handle: string };

export async function blueskySession(
  simulator: Simulator,
  { identifier = "alice.test", password = "abcd-efgh-ijkl-mnop" } = {},
): Promise<BlueskySession> {
  const response = await fetch(`${simulator.origin}/xrpc/com.atproto.server.createSession`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ identifier, password }),
  });
  if (!response.ok) throw new Error(`no session but ${response.status}`);
  return response.json();
}
