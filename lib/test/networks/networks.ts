import { bluesky } from "./bluesky/bluesky.ts";
import { linkedin } from "./linkedin/linkedin.ts";
import { mastodon } from "./mastodon/mastodon.ts";
import type { NetworkServer } from "./network-server.ts";
import type { Provider } from "./provider.ts";
import type { PublicPost, World } from "./world.ts";
import { x } from "./x/x.ts";

export const servers: Record<Provider, NetworkServer> = { linkedin, x, bluesky, mastodon };

/** What everybody can see now, newest first. */
export const publicPosts = (world: World, provider?: Provider | null): PublicPost[] =>
  Object.entries(servers)
    .filter(([name]) => !provider || name === provider)
    .flatMap(([, server]) => server.posts(world))
    .sort((one, other) => other.at.localeCompare(one.at) || compareIds(other.id, one.id));

const compareIds = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
