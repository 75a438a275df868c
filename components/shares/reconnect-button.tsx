"use client";

import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";

type ReconnectButtonProps = { network: NetworkId; returnTo: string; onLeave?: () => void };

/** The way back to an account whose consent is over. */
export function ReconnectButton({ network, onLeave }: ReconnectButtonProps) {
  return (
    <Link href="/me/connections" onClick={onLeave} className={buttonClasses("primary")}>
      Reconnect {networks[network].name}
    </Link>
  );
}
