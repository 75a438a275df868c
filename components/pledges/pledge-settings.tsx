"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { changePledgeAction, offerHandoverAction, releasePledgeAction } from "#lib/pledges/actions.ts";
import type { PledgeDto } from "#lib/pledges/schemas.ts";
import { ReminderSelect } from "./reminder-select.tsx";

/** What whoever promised may do: be reminded, let managers see it, hand it over, or give it back. */
export function PledgeSettings({ pledge }: { pledge: PledgeDto }) {
  const router = useRouter();
  const [settings, setSettings] = useState({
    remindOn: pledge.remindOn,
    isSharedWithManagers: pledge.isSharedWithManagers,
  });
  const changing = useCall(changePledgeAction);
  const save = (change: Partial<typeof settings>) => {
    const next = { ...settings, ...change };
    setSettings(next);
    void changing.call({ pledgeId: pledge.id, ...next }, () => {
      toast("Saved.");
      router.refresh();
    });
  };
  return (
    <section aria-label="Your promise" className="grid gap-8 border-t border-line pt-8">
      <div className="grid gap-4 sm:max-w-sm">
        <ReminderSelect remindOn={settings.remindOn} onChange={(remindOn) => save({ remindOn })} />
        <CheckboxField
          label="My managers may see it"
          checked={settings.isSharedWithManagers}
          onChange={(event) => save({ isSharedWithManagers: event.target.checked })}
        />
        <Alert message={changing.message} />
      </div>
      {pledge.isOwn && !pledge.offer ? <HandOver pledgeId={pledge.id} /> : null}
      <Release pledgeId={pledge.id} />
    </section>
  );
}

function HandOver({ pledgeId }: { pledgeId: string }) {
  const router = useRouter();
  const [form, setForm] = useState({ to: "", note: "" });
  const { call, isPending, message, errorOf } = useCall(offerHandoverAction);
  const offer = (event: FormEvent) => {
    event.preventDefault();
    void call({ pledgeId, ...form }, () => {
      toast("Asked. It stays yours until they say yes.");
      router.refresh();
    });
  };
  return (
    <form onSubmit={offer} noValidate className="grid gap-4 sm:max-w-md">
      <h2 className="text-xl">Hand it over</h2>
      <Field label="A colleague’s address" error={errorOf("to")}>
        {(control) => (
          <Input
            {...control}
            type="email"
            value={form.to}
            onChange={(event) => setForm({ ...form, to: event.target.value })}
          />
        )}
      </Field>
      <Field label="A word to them" error={errorOf("note")}>
        {(control) => (
          <Input
            {...control}
            dir="auto"
            value={form.note}
            onChange={(event) => setForm({ ...form, note: event.target.value })}
          />
        )}
      </Field>
      <Alert message={message} />
      <Button type="submit" pending={isPending} className="justify-self-start">
        Ask them
      </Button>
    </form>
  );
}

function Release({ pledgeId }: { pledgeId: string }) {
  const router = useRouter();
  const [reason, setReason] = useState("");
  const { call, isPending, message, errorOf } = useCall(releasePledgeAction);
  const release = (event: FormEvent) => {
    event.preventDefault();
    void call({ pledgeId, reason }, () => {
      toast("Released. Those who depend on it see why.");
      router.refresh();
    });
  };
  return (
    <form onSubmit={release} noValidate className="grid gap-4 sm:max-w-md">
      <h2 className="text-xl">Give it back</h2>
      <Field
        label="Why"
        hint="It is then neither kept nor missed, and those who depend on it read why."
        error={errorOf("reason")}
      >
        {(control) => (
          <Input {...control} dir="auto" value={reason} onChange={(event) => setReason(event.target.value)} />
        )}
      </Field>
      <Alert message={message} />
      <Button type="submit" pending={isPending} className="justify-self-start">
        Release the promise
      </Button>
    </form>
  );
}
