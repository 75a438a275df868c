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
