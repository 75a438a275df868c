import { accountFor } from "./accounts.ts";
import { hour, minute } from "./clock.ts";
import type { Provider } from "./provider.ts";
import { sha256 } from "./secrets.ts";
import type { Engagement, World } from "./world.ts";

/** Of so many who saw a post. */
const shares: Engagement = {
  impressions: 1,
  reached: 0.7,
  likes: 0.05,
  comments: 0.008,
  reposts: 0.012,
  quotes: 0.003,
  bookmarks: 0.006,
  clicks: 0.02,
};

/** A post's numbers as the control plane set them and, with an audience, more as it grows older. Null stays null. */
export function engagementOf(
  world: World,
  provider: Provider,
  { account, createdAt, engagement }: { account: string; createdAt: number; engagement: Engagement },
): Engagement {
  if (!world.state.settings.audience.grows) return engagement;
  const seen = viewers(world, provider, account, createdAt);
  const grown = Object.entries(engagement).map(([name, set]) => [
    name,
    set === null ? null : set + Math.floor(seen * (shares[name as keyof Engagement] ?? 0)),
  ]);
  return Object.fromEntries(grown);
}

/** A third of them in the first minutes, the others over a day; how many there are is luck. */
function viewers(world: World, provider: Provider, account: string, createdAt: number): number {
  const age = Math.max(0, world.now() - createdAt);
  const part = 1 - (Math.exp(-age / (10 * minute)) + 2 * Math.exp(-age / (10 * hour))) / 3;
  const luck = 0.5 + sha256(`${provider}:${account}:${createdAt}`).readUInt16BE(0) / 65_536;
  return (accountFor(world, provider, account).followers ?? 200) * luck * part;
}
