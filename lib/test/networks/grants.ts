import type { Provider } from "./provider.ts";
import { newSecret } from "./secrets.ts";
import type { World } from "./world.ts";

export type Code = {
  account: string;
  clientId: string;
  redirectUri: string;
  scopes: string[];
  challenge: string | null;
  expiresAt: number;
};

/** An access token, its refresh token, and what both may do. */
export type Grant = {
  account: string;
  clientId: string;
  scopes: string[];
  token: string;
  issuedAt: number;
  expiresAt: number | null;
  /** Not taken yet, though issued. */
  notBefore: number;
  refreshToken: string | null;
  refreshExpiresAt: number | null;
  revoked: boolean;
};

export type Grants = {
  codes: Record<string, Code>;
  byToken: Record<string, Grant>;
  /** Refresh token to the access token that came with it last. */
  byRefresh: Record<string, string>;
};

export const freshGrants = (): Grants => ({ codes: {}, byToken: {}, byRefresh: {} });

type OAuthProvider = Exclude<Provider, "bluesky">;

export const grantsOf = (world: World, provider: OAuthProvider): Grants => world.state[provider].grants;

export function issueCode(world: World, provider: OAuthProvider, code: Code): string {
  const value = newSecret(48);
  grantsOf(world, provider).codes[value] = code;
  return value;
}

/** A code is good once. */
export function takeCode(world: World, provider: OAuthProvider, value: string | null): Code | null {
  const { codes } = grantsOf(world, provider);
  const code = value === null ? undefined : codes[value];
  if (value === null || !code) return null;
  delete codes[value];
  return code;
}

export function issueGrant(
  world: World,
  provider: OAuthProvider,
  facts: Omit<Grant, "token" | "issuedAt" | "notBefore" | "revoked"> & { notBefore?: number },
  tokenBytes = 64,
): Grant {
  const issuedAt = world.now();
  const grant: Grant = {
    notBefore: issuedAt,
    ...facts,
    token: newSecret(tokenBytes),
    issuedAt,
    revoked: false,
  };
  const { byToken, byRefresh } = grantsOf(world, provider);
  byToken[grant.token] = grant;
  if (grant.refreshToken) byRefresh[grant.refreshToken] = grant.token;
  return grant;
}

export const grantOfAccount = (world: World, provider: OAuthProvider, account: string): Grant[] =>
  Object.values(grantsOf(world, provider).byToken).filter((grant) => grant.account === account);

export function grantOfRefresh(world: World, provider: OAuthProvider, refresh: string | null): Grant | null {
  const { byToken, byRefresh } = grantsOf(world, provider);
  const token = refresh === null ? undefined : byRefresh[refresh];
  return (token && byToken[token]) || null;
}
