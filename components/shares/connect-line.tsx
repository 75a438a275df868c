"use client";

import Link from "next/link";
import type { ConnectOffer } from "#lib/connections/schemas.ts";
import type { Network } from "#lib/networks/network.ts";

type ConnectLineProps = {
  network: Network;
  offer: ConnectOffer;
  returnTo: string;
  onLeave: () => void;
  /** Back to what Herald can do, for who chose to post by hand. */
  onPublish: () => void;
};

/** Said quietly beside posting by hand: Herald could do it. */
export function ConnectLine({ network, offer, onLeave, onPublish }: ConnectLineProps) {
  if (offer.connection)
    return (
      <button
        type="button"
        className="text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
        onClick={onPublish}
      >
        Let Herald post it
      </button>
    );
  if (!offer.isSetUp) return null;
  return (
    <p>
      <Link href="/me/connections" onClick={onLeave} className="text-accent underline underline-offset-4">
        Connect {network.name}
      </Link>
      , and Herald posts it for you.
    </p>
  );
}
