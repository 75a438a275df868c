import type { chargeKind, network } from "#db/enums.ts";

export type NetworkId = (typeof network.enumValues)[number];

/** What is handed to a network: the final text (disclosure included), the short link and the story's title. */
export type Post = { text: string; url: string; title: string };

/** One network. Whatever differs between networks is said here and nowhere else. */
export type Network = {
  id: NetworkId;
  name: string;
  /** Most that `countLength` (text-length.ts) may give for a post. */
  maxLength: number;
  /** What `countLength` counts, for a line such as "212 of 280 characters". */
  lengthUnit: string;
  /** Letters after which the feed folds a post behind "more"; null when it does not fold. */
  foldsAfter: number | null;
  /** False when the network takes only the address, so that the words travel by the clipboard. */
  takesText: boolean;
  /** Whether a post there shows a card made from the link's page; otherwise the bare address stands under the words. */
  showsCard: boolean;
  /** The one button of the composer, in words. */
  handOverLabel: string;
  /** What to do there, told before and after the words were handed over. */
  guidance: { before: string; after: string };
  /**
   * The page for it is on the person's own server, which they are asked to name (server-origin.ts reads what they type).
   * Null where one page serves everybody.
   */
  asksServer: { label: string; example: string } | null;
  /**
   * Where the person finishes the post, `server` being the origin they named, or empty where nothing is asked. Null when there
   * is no such page and the words are copied or handed to the device.
   */
  shareAddress: ((post: Post, server: string) => string) | null;
  /** Whether an address can be a post there; null when a post there has no address. */
  isPostAddress: ((address: URL) => boolean) | null;
  /** What such an address looks like, for the person who pastes one. */
  postAddressExample: string;
  /** What an account there can do for a member who connects it; null when posts are only ever made by hand. */
  connecting: Connecting | null;
};

/** What a connected account brings, as data for screens and rules. How it is done is the adapter's (adapter.ts). */
export type Connecting = {
  /** `consent`: on the network's own page. `app_password`: a password made for Herald alone, given here. */
  by: "consent" | "app_password";
  /** The network is many servers, and the person names theirs, as in the example; `usual` stands for none, where there is one. */
  server: { label: string; example: string; usual: string | null } | null;
  /** What the member allows Herald there, in words that go on from "Herald may …", for whichever of the scopes was granted. */
  permissions: readonly Permission[];
  /** Days after which the network asks for the member's consent anew, whatever happens; null where it does not. */
  consentDays: number | null;
  /** Whether members publish through it unless an admin says otherwise; where posting costs money they do not. */
  publishesByDefault: boolean;
  /** Whether Herald asks for engagement unless an admin says otherwise. */
  measuresByDefault: boolean;
  /** What the network bills, in millionths of a US dollar for one; null when it is free. */
  prices: Record<ChargeKind, number> | null;
  /** Who makes the card of a link: Herald sends title, summary and picture, or the network reads the page itself. */
  cardBy: "herald" | "network";
  /** The largest picture it takes. */
  imageBytes: number;
  /** Which figures it can report; a figure that is not here is never asked for and never zero. */
  reports: readonly Figure[];
  /** Hours that the network's terms let reported figures be kept; null when they say nothing. */
  keepsReportedHours: number | null;
  /** What the member is told to do when a post may have been published, and what Herald can do when they ask it to. */
  unknown: { advice: string; ask: Asking | null };
};

/** How Herald learns what became of a post, when its member asks it to. */
export type Asking = {
  /** The button, and what may happen then. */
  act: string;
  sentence: string;
  /** It finds out by itself and never makes a second post, so that nobody has to look before. */
  isSafe: boolean;
};

export type Permission = {
  /** Any of them grants it; none where the network has no scopes. */
  scopes: readonly string[];
  words: string;
  /** Without it nothing can be published. */
  isNeeded?: true;
};

export type ChargeKind = (typeof chargeKind.enumValues)[number];
export type Figure = "impressions" | "reactions" | "comments" | "reposts" | "followers";
