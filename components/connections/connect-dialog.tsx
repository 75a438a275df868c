"use client";

import { DialogContent, DialogDescription, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { PasswordForm } from "./password-form.tsx";
import { ServerForm } from "./server-form.tsx";

type ConnectDialogProps = { network: NetworkId; server: string; returnTo: string; onConnected: () => void };

/** What has to be known before an account can be connected. */
export function ConnectDialog({ network, server, returnTo, onConnected }: ConnectDialogProps) {
  const { name, connecting } = networks[network];
  const isByPassword = connecting?.by === "app_password";
  return (
    <DialogContent>
      <DialogHeader>
        <DialogTitle>Connect {name}</DialogTitle>
        <DialogDescription>
          {isByPassword
            ? `Make an app password for Herald in ${name}: Settings, then Privacy and security, then App passwords. It is not your own password, which Herald never asks for, and you can end it there at any time.`
            : `${name} is many servers. Name yours, and it asks you whether Herald may publish for you.`}
        </DialogDescription>
      </DialogHeader>
      {isByPassword ? (
        <PasswordForm network={network} server={server} returnTo={returnTo} onConnected={onConnected} />
      ) : (
        <ServerForm network={network} server={server} returnTo={returnTo} />
      )}
    </DialogContent>
  );
}
