import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";

/** What the granted scopes let Herald do, each going on from "Herald may". */
export function listPermissions(network: NetworkId, grantedScopes: readonly string[]): string[] {
  return permissionsOf(network)
    .filter(({ scopes }) => isGranted(scopes, grantedScopes))
    .map(({ words }) => words);
}

/** Whether they are enough to publish. A network that names no scopes has granted what was asked. */
export function canPublishWith(network: NetworkId, grantedScopes: readonly string[]): boolean {
  if (grantedScopes.length === 0) return true;
  return permissionsOf(network).every(
    ({ scopes, isNeeded }) => !isNeeded || isGranted(scopes, grantedScopes),
  );
}

const permissionsOf = (network: NetworkId) => networks[network].connecting?.permissions ?? [];

const isGranted = (scopes: readonly string[], grantedScopes: readonly string[]): boolean =>
  scopes.length === 0 || scopes.some((scope) => grantedScopes.includes(scope));
