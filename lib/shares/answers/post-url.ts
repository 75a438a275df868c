import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { networkOf } from "#lib/networks/post-address.ts";

/** The address of a post as the network writes it; null when none was given. Throws `invalid` for any other address. */
export function parsePostUrl(network: NetworkId, text: string): string | null {
  if (text === "") return null;
  const { name, isPostAddress, postAddressExample } = networks[network];
  const address = parseWebAddress(text);
  if (address && isPostAddress?.(address) && !isOurs(address)) return address.href;
  throw new DomainError(
    "invalid",
    isPostAddress
      ? `That is not the address of a post (${name}). It looks like ${postAddressExample}`
      : "A message has no address of its own. Leave this empty.",
  );
}

/** The address of a post, and the network that it is on. Throws `invalid` for what is no post's address. */
export function readPostAddress(text: string): { network: NetworkId; postUrl: string } {
  const address = parseWebAddress(text);
  if (!address)
    throw new DomainError(
      "invalid",
      "That is not an address. Copy it from the post, or from the browser's own bar.",
    );
  if (isOurs(address))
    throw new DomainError("invalid", "That is a link of Herald's. Paste the address of your post.");
  const network = networkOf(address);
  const postUrl = parsePostUrl(network, address.href);
  if (!postUrl) throw new DomainError("invalid");
  return { network, postUrl };
}

function parseWebAddress(text: string): URL | null {
  const address = URL.parse(text);
  return address?.protocol === "https:" || address?.protocol === "http:" ? address : null;
}

const isOurs = (address: URL): boolean => address.origin === new URL(env.PUBLIC_URL).origin;
