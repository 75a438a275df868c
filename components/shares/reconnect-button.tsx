"use client";

import { ConnectButton } from "#components/connections/connect-button.tsx";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";

type ReconnectButtonProps = { network: NetworkId; server?: string; returnTo: string };

/** The way back to an account whose consent is over. */
export function ReconnectButton({ network, ...props }: ReconnectButtonProps) {
  return (
    <ConnectButton
      network={network}
      label={`Reconnect ${networks[network].name}`}
      variant="primary"
      {...props}
    />
  );
}
