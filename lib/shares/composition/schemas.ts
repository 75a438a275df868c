import type { ConnectOffer } from "#lib/connections/schemas.ts";
import type { Asked } from "#lib/guidelines/schemas.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { NearNetworks } from "../near-networks.ts";
import type { CaptionChoice } from "../offers/captions-for.ts";
import type { Share } from "../schemas.ts";
import type { Stagger } from "../stagger/schemas.ts";

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
  /** Those that are meant for the member, in the order in which they are offered. */
  captions: CaptionChoice[];
  organization: { id: string; name: string; disclosure: string; requiresDisclosure: boolean };
  /** The guidelines that its text may have to meet, on whichever network. */
  asked: Asked;
  author: { name: string; jobTitle: string };
  /** What the member is offered first. */
  networks: NearNetworks;
  /** Where many colleagues have just posted it. */
  stagger: Stagger;
  /** What Herald can do for the member, by network; those that take posts by hand alone are not in it. */
  offers: Partial<Record<NetworkId, ConnectOffer>>;
};
