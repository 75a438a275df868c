import type { network } from "#db/enums.ts";

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
  /** Where the person finishes the post; null when there is no such page and the words are copied or handed to the device. */
  shareAddress: ((post: Post) => string) | null;
  /** Whether an address can be a post there; null when a post there has no address. */
  isPostAddress: ((address: URL) => boolean) | null;
  /** What such an address looks like, for the person who pastes one. */
  postAddressExample: string;
};
