import type { NetworkId } from "#lib/networks/network.ts";
import type { NearNetworks } from "../near-networks.ts";
import type { Share } from "../schemas.ts";
import type { CaptionChoice } from "../suggested-caption.ts";

/** The member's account on a network, as the composer needs it. */
export type Account = {
  handle: string;
  /** The network wants the member's consent once more before anything goes out through it. */
  needsConsent: boolean;
  isSimulated: boolean;
  /** Most letters that the account's own server takes; null where the network says it for everybody. */
  maxLength: number | null;
};

/** What Herald can do for the member on a network that takes posts from outside. */
export type Way = {
  /** Whether the organization has its members publish there through Herald. */
  publishes: boolean;
  /** Whether an account can be connected here: the network's app is set up. */
  canConnect: boolean;
  account: Account | null;
  /** What the network bills for such a post, in millionths of a US dollar; null when it is free. */
  postMicros: number | null;
};

/** Everything the composer shows, for one share that was just opened. */
export type Composition = {
  share: { id: string; state: Share["state"]; url: string };
  story: {
    id: string;
    title: string;
    summary: string;
    host: string;
    image: { id: string; alt: string } | null;
  };
  captions: CaptionChoice[];
  organization: { id: string; name: string; disclosure: string; requiresDisclosure: boolean };
  author: { name: string; jobTitle: string };
  /** What the member is offered first. */
  networks: NearNetworks;
  /** Of the networks that can be connected. */
  ways: Partial<Record<NetworkId, Way>>;
};
