"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { updateNetworkSettingsAction } from "#lib/networks/settings/actions.ts";
import { typeDollars } from "#lib/networks/settings/dollars.ts";
import type { NetworkSettings } from "#lib/networks/settings/schemas.ts";

type NetworkFormProps = { settings: NetworkSettings; name: string; bills: boolean };

/** Whether members publish to a network and Herald measures there, and how much that may cost. */
export function NetworkForm({ settings, name, bills }: NetworkFormProps) {
  const [form, setForm] = useState(formOf(settings));
  const update = useCall(updateNetworkSettingsAction);
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));

  const save = (event: FormEvent) => {
    event.preventDefault();
    void update.call({ network: settings.network, ...form }, (saved) => {
      setForm(formOf(saved));
      toast(`${name} is saved.`);
    });
  };

  const dollarField = (key: "postingCap" | "readingCap", label: string, hint: string) => (
    <Field label={label} hint={hint} error={update.errorOf(key)} className="max-w-md pl-7">
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          placeholder="No limit"
          value={form[key]}
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );

  return (
    <form onSubmit={save} noValidate aria-label={`Settings for ${name}`} className="grid content-start gap-5">
      <Choice
        label={`Members may publish to ${name} through Herald`}
        checked={form.publishes}
        onChange={(publishes) => set({ publishes })}
      >
        {bills
          ? `Every such post costs money. Otherwise ${name} opens with their words in place, which is free.`
          : "Otherwise they take their words there by hand."}
      </Choice>
      {bills && form.publishes
        ? dollarField(
            "postingCap",
            "Most that posting may cost in a month, in US dollars",
            "Past it, posts are made by hand. Empty means no limit.",
          )
        : null}
      <Choice
        label={`Herald asks ${name} for figures`}
        checked={form.measures}
        onChange={(measures) => set({ measures })}
      >
        {bills
          ? "How often posts were seen, liked and passed on. Every figure that is read costs money."
          : "How often posts were liked, answered and passed on, as far as it says."}
      </Choice>
      {bills && form.measures
        ? dollarField(
            "readingCap",
            "Most that reading may cost in a month, in US dollars",
            "Past it, figures stay as they are.",
          )
        : null}
      <Alert message={update.message} />
      <Button type="submit" pending={update.isPending} className="justify-self-start">
        Save {name}
      </Button>
    </form>
  );
}

type ChoiceProps = {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
};

function Choice({ label, checked, onChange, children }: ChoiceProps) {
  return (
    <div className="grid gap-1">
      <CheckboxField label={label} checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <p className="max-w-measure pl-7 text-sm leading-5 text-pretty text-quiet">{children}</p>
    </div>
  );
}

const formOf = ({ publishes, measures, postingCapMicros, readingCapMicros }: NetworkSettings) => ({
  publishes,
  measures,
  postingCap: typeDollars(postingCapMicros),
  readingCap: typeDollars(readingCapMicros),
});
