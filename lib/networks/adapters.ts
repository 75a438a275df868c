import type { Adapter } from "./adapter.ts";
import { blueskyAdapter } from "./bluesky/adapter.ts";
import { linkedinAdapter } from "./linkedin/adapter.ts";
import { mastodonAdapter } from "./mastodon/adapter.ts";
import type { NetworkId } from "./network.ts";
import { xAdapter } from "./x/adapter.ts";

/** How each network that can be connected is spoken to. Never reaches the browser. */
const adapters: Partial<Record<NetworkId, Adapter>> = {
  linkedin: linkedinAdapter,
  x: xAdapter,
  bluesky: blueskyAdapter,
  mastodon: mastodonAdapter,
};

/** Null for a network where posts are only ever made by hand. */
export const adapterOf = (network: NetworkId): Adapter | null => adapters[network] ?? null;
