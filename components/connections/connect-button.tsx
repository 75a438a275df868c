"use client";

import { type ComponentProps, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { connectAction } from "#lib/connections/actions.ts";
import { connectionsPage } from "#lib/connections/landing.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { ConnectDialog } from "./connect-dialog.tsx";

type ConnectButtonProps = Pick<ComponentProps<typeof Button>, "variant" | "size" | "className"> & {
  network: NetworkId;
  label?: string;
  /** What stands in the field for the server at first, where there is one. */
  server?: string;
  /** A path in Herald where the member goes on once the account is connected. */
  returnTo?: string;
};

/** Goes to the network's own page for consent; asks for server or app password before, where the network needs them. */
export function ConnectButton({
  network,
  label,
  server = "",
  returnTo = connectionsPage,
  ...button
}: ConnectButtonProps) {
  const { name, connecting } = networks[network];
  const [isOpen, setOpen] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  const connect = useCall(connectAction);
  const asksFirst = connecting?.by === "app_password" || connecting?.server;
  const leave = () =>
    connect.call({ network, returnTo }, (address) => {
      setLeaving(true);
      window.location.assign(address);
    });

  return (
    <div className="grid max-w-full justify-items-start gap-2">
      <Button
        {...button}
        pending={connect.isPending || isLeaving}
        onClick={asksFirst ? () => setOpen(true) : leave}
      >
        {label ?? `Connect ${name}`}
      </Button>
      <Alert message={connect.message} />
      {asksFirst ? (
        <Dialog open={isOpen} onOpenChange={setOpen}>
          <ConnectDialog
            network={network}
            server={server}
            returnTo={returnTo}
            onConnected={() => setOpen(false)}
          />
        </Dialog>
      ) : null}
    </div>
  );
}
