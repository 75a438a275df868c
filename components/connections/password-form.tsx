"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { connectWithPasswordAction } from "#lib/connections/actions.ts";
import { pathOf } from "#lib/connections/landing.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";

type PasswordFormProps = { network: NetworkId; server: string; returnTo: string; onConnected: () => void };

const plain = { autoCapitalize: "none", autoCorrect: "off", spellCheck: false } as const;

/** Connects with a password made for Herald alone. */
export function PasswordForm({ network, server: usual, returnTo, onConnected }: PasswordFormProps) {
  const { name, connecting } = networks[network];
  const router = useRouter();
  const [form, setForm] = useState({ server: usual, identifier: "", password: "" });
  const connect = useCall(connectWithPasswordAction);
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void connect.call({ network, ...form, returnTo }, ({ result, requestId }) => {
      onConnected();
      router.push(pathOf({ result, network, requestId, returnTo }));
    });
  };

  return (
    <form onSubmit={submit} className="grid gap-5">
      <Field label="Your handle" hint="Like you.bsky.social." error={connect.errorOf("identifier")}>
        {(control) => (
          <Input
            {...control}
            {...plain}
            required
            maxLength={300}
            autoComplete="off"
            value={form.identifier}
            onChange={(event) => set({ identifier: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="App password"
        hint="Four groups of four, like abcd-efgh-ijkl-mnop."
        error={connect.errorOf("password")}
      >
        {(control) => (
          <Input
            {...control}
            {...plain}
            required
            maxLength={300}
            type="password"
            autoComplete="off"
            value={form.password}
            onChange={(event) => set({ password: event.target.value })}
          />
        )}
      </Field>
      {connecting?.server ? (
        <Field
          label={connecting.server.label}
          hint={`${connecting.server.example}, unless you know that it is another one.`}
          error={connect.errorOf("server")}
        >
          {(control) => (
            <Input
              {...control}
              {...plain}
              required
              maxLength={300}
              autoComplete="off"
              value={form.server}
              onChange={(event) => set({ server: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <Alert message={connect.message} />
      <DialogFooter>
        <Button type="submit" variant="primary" pending={connect.isPending}>
          Connect {name}
        </Button>
      </DialogFooter>
    </form>
  );
}
