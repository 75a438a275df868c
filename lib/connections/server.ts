import { DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { namedServer } from "#lib/networks/network-hosts.ts";
import { networks } from "#lib/networks/networks.ts";

/** The origin of the server that a member typed; empty for a network that has one only. */
export function originOf(network: NetworkId, typed: string): string {
  const asked = networks[network].connecting?.server;
  if (!asked) return "";
  const origin = namedServer(network, typed);
  if (origin) return origin;
  throw new DomainError("invalid", `Write the name of your server, like ${asked.example}.`);
}

/** What to say when a server did not answer as one of that network does. */
export const noServer = (network: NetworkId, typed: string): DomainError =>
  new DomainError(
    "unavailable",
    `We could not reach ${typed || networks[network].name}, or it is no ${networks[network].name} server. Check the name, or try again in a moment.`,
  );

export const notSetUp = (network: NetworkId): DomainError =>
  new DomainError(
    "unavailable",
    `${networks[network].name} cannot be connected yet: Herald has no app there. Ask your admin.`,
  );
