"use client";

import { ConnectButton } from "#components/connections/connect-button.tsx";
import type { ConnectOffer } from "#lib/connections/schemas.ts";
import type { Network } from "#lib/networks/network.ts";

type ConnectLineProps = {
  network: Network;
  offer: ConnectOffer;
  returnTo: string;
  /** Back to what Herald can do, for who chose to post by hand. */
  onPublish: () => void;
};

/** Said quietly beside posting by hand: Herald could do it. */
export function ConnectLine({ network, offer, returnTo, onPublish }: ConnectLineProps) {
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
    <div className="flex flex-wrap items-baseline gap-x-1">
      <ConnectButton
        network={network.id}
        server={offer.usualServer}
        returnTo={returnTo}
        variant="link"
        className="text-sm"
      />
      <span>and Herald posts it for you.</span>
    </div>
  );
}
