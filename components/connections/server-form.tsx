"use client";

import { type FormEvent, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { connectAction } from "#lib/connections/actions.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";

type ServerFormProps = { network: NetworkId; server: string; returnTo: string };

/** Asks for the server, and goes to its page for consent. */
export function ServerForm({ network, server: usual, returnTo }: ServerFormProps) {
  const asked = networks[network].connecting?.server;
  const [server, setServer] = useState(usual);
  const [isLeaving, setLeaving] = useState(false);
  const connect = useCall(connectAction);
  const leave = (event: FormEvent) => {
    event.preventDefault();
    void connect.call({ network, server, returnTo }, (address) => {
      setLeaving(true);
      window.location.assign(address);
    });
  };

  return (
    <form onSubmit={leave} className="grid gap-5">
      <Field
        label={asked?.label}
        hint={`Its name, like ${asked?.example}.`}
        error={connect.errorOf("server") ?? connect.message ?? undefined}
      >
        {(control) => (
          <Input
            {...control}
            required
            maxLength={300}
            autoCapitalize="none"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            inputMode="url"
            value={server}
            onChange={(event) => setServer(event.target.value)}
          />
        )}
      </Field>
      <DialogFooter>
        <Button type="submit" variant="primary" pending={connect.isPending || isLeaving}>
          Go to your server
        </Button>
      </DialogFooter>
    </form>
  );
}
