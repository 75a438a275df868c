import { type Accounts, freshAccounts } from "./accounts.ts";
import { type BlueskyState, freshBluesky } from "./bluesky/state.ts";
import { type ClockState, freshClock, readClock } from "./clock.ts";
import type { ConsentPreset } from "./consent.ts";
import type { QueuedFault } from "./faults.ts";
import { freshImages, type Images } from "./images.ts";
import { freshLinkedIn, type LinkedInState } from "./linkedin/state.ts";
import { freshMastodon, type MastodonState } from "./mastodon/state.ts";
import type { Provider } from "./provider.ts";
import type { LoggedRequest } from "./request-log.ts";
import { freshSettings, type Settings } from "./settings.ts";
import { freshX, type XState } from "./x/state.ts";

/** Plain values only: this is what a state file holds. */
export type State = {
  clock: ClockState;
  settings: Settings;
  accounts: Accounts;
  images: Images;
  sequence: number;
  linkedin: LinkedInState;
  x: XState;
  bluesky: BlueskyState;
  mastodon: MastodonState;
};

export type World = {
  origin: string;
  state: State;
  log: LoggedRequest[];
  faults: QueuedFault[];
  /** From 0 to 1, the same row of numbers after each reset. */
  luck: () => number;
  consents: ConsentPreset[];
  now: () => number;
  /** Grows with time: nineteen digits, or eighteen when only 16 bits are left for what came at the same time. */
  nextId: (bits?: 16 | 22) => string;
};

/** A post as everybody sees it, after what the network made of it. */
export type PublicPost = {
  provider: Provider;
  id: string;
  account: string;
  author: { name: string; handle: string };
  text: string;
  /** Bluesky: the text in pieces, links and mentions and tags as its facets say. */
  segments?: { text: string; link?: string; mention?: string; tag?: string }[];
  card: { url: string; title: string | null; description: string | null; image: string | null } | null;
  images: { url: string; alt: string | null }[];
  at: string;
  /** On this origin; the network's own has the same path. */
  permalink: string;
};

/** Numbers that a post has; null is what the network does not say. */
export type Engagement = {
  impressions: number | null;
  reached: number | null;
  likes: number | null;
  comments: number | null;
  reposts: number | null;
  quotes: number | null;
  bookmarks: number | null;
  clicks: number | null;
};

export type PostChange = { provider: Provider; id: string; deleted?: boolean } & Partial<Engagement>;

export const noEngagement = (): Engagement => ({
  impressions: 0,
  reached: 0,
  likes: 0,
  comments: 0,
  reposts: 0,
  quotes: 0,
  bookmarks: 0,
  clicks: 0,
});

export const freshState = (): State => ({
  clock: freshClock(),
  settings: freshSettings(),
  accounts: freshAccounts(),
  images: freshImages(),
  sequence: 0,
  linkedin: freshLinkedIn(),
  x: freshX(),
  bluesky: freshBluesky(),
  mastodon: freshMastodon(),
});

export function createWorld(origin: string, state: State, realNow: () => number): World {
  const world: World = {
    origin,
    state,
    log: [],
    faults: [],
    luck: rowOfLuck(),
    consents: [],
    now: () => readClock(world.state.clock, realNow),
    nextId: (bits = 22) => {
      world.state.sequence += 1;
      return String((BigInt(world.now()) << BigInt(bits)) + BigInt(world.state.sequence % 2 ** bits));
    },
  };
  return world;
}

export function resetWorld(world: World): void {
  world.state = freshState();
  world.log = [];
  world.faults = [];
  world.luck = rowOfLuck();
  world.consents = [];
}

/** Park and Miller's generator. */
function rowOfLuck(): () => number {
  let seed = 20_261_123;
  return () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
}
