import { open, seal } from "#lib/key-ring.ts";
import type { Tokens } from "#lib/networks/account.ts";

export type SealedPair = { accessToken: string; refreshToken: string | null };

const placeOf = (organizationId: string, connectionId: string, column: keyof SealedPair) => ({
  organizationId,
  row: connectionId,
  column,
});

/** A refresh token that was not given leaves the one that is kept as it is. */
export function sealPair(
  organizationId: string,
  connectionId: string,
  tokens: Pick<Tokens, "accessToken" | "refreshToken">,
): { accessToken: string; refreshToken?: string } {
  const at = (column: keyof SealedPair) => placeOf(organizationId, connectionId, column);
  return {
    accessToken: seal(tokens.accessToken, at("accessToken")),
    ...(tokens.refreshToken && { refreshToken: seal(tokens.refreshToken, at("refreshToken")) }),
  };
}

export function openPair(organizationId: string, connectionId: string, sealed: SealedPair): SealedPair {
  const at = (column: keyof SealedPair) => placeOf(organizationId, connectionId, column);
  return {
    accessToken: open(sealed.accessToken, at("accessToken")),
    refreshToken: sealed.refreshToken && open(sealed.refreshToken, at("refreshToken")),
  };
}
