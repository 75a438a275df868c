import type { NetworkId } from "./network.ts";
import { networkIds, networks } from "./networks.ts";

/** Networks that live under names of their own; what is there is never taken for another network's. */
const hosts: Partial<Record<NetworkId, RegExp>> = {
  linkedin: /(^|\.)(linkedin\.com|lnkd\.in)$/,
  x: /(^|\.)(x\.com|twitter\.com|t\.co)$/,
  bluesky: /(^|\.)bsky\.app$/,
  threads: /(^|\.)threads\.(com|net)$/,
  facebook: /(^|\.)(facebook\.com|fb\.com|fb\.watch)$/,
  whatsapp: /(^|\.)(whatsapp\.com|wa\.me)$/,
};

/** The network that an address belongs to, whether or not it is the address of a post there. */
export function networkOf(address: URL): NetworkId {
  const byHost = networkIds.find((id) => hosts[id]?.test(address.hostname));
  if (byHost) return byHost;
  return networks.mastodon.isPostAddress?.(address) ? "mastodon" : "elsewhere";
}

type Names = (path: string, address: URL) => string | undefined;

/** What names a post in its address: `/posts/ada_rain-activity-71-x` and `/feed/update/urn:li:activity:71` are one post. */
const names: Partial<Record<NetworkId, Names>> = {
  linkedin: (path) => /(?:activity|share|ugcpost)[:-](\d+)/i.exec(path)?.[1],
  x: (path) => /\/status\/(\d+)/.exec(path)?.[1],
  bluesky: (path) => /\/post\/([a-z0-9]+)/.exec(path)?.[1],
  mastodon: (path, { hostname }) => `${hostname}/${/(\d+)$/.exec(path)?.[1]}`,
  threads: (path) => /\/(?:post|t)\/([\w-]+)/.exec(path)?.[1],
  facebook: (path, { searchParams: query }) =>
    query.get("story_fbid") ?? query.get("fbid") ?? query.get("v") ?? path,
};

/** The same for every address of one post, and another one for every other post of the network. */
export function nameOfPost(network: NetworkId, address: URL): string {
  const path = address.pathname.replaceAll(/%3a/gi, ":").replace(/\/+$/, "");
  const whole = `${address.hostname.replace(/^www\./, "")}${path}${address.search}`;
  return names[network]?.(path, address) ?? whole;
}
