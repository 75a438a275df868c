import { DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";

/** The address of a post as the network writes it; null when none was given. Throws `invalid` for any other address. */
export function parsePostUrl(network: NetworkId, text: string): string | null {
  if (text === "") return null;
  const { name, isPostAddress, postAddressExample } = networks[network];
  const address = URL.canParse(text) ? new URL(text) : null;
  const isWeb = address?.protocol === "https:" || address?.protocol === "http:";
  if (address && isWeb && isPostAddress?.(address)) return address.href;
  throw new DomainError(
    "invalid",
    isPostAddress
      ? `That is not the address of a post (${name}). It looks like ${postAddressExample}`
      : "A mail has no address of its own. Leave this empty.",
  );
}
