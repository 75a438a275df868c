"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { updateOrganizationAction } from "#lib/organizations/actions.ts";
import type { OrganizationSettings } from "#lib/organizations/schemas.ts";
import { FormSection } from "./form-section.tsx";

type OrganizationFormProps = { settings: OrganizationSettings; timeZones: string[] };

/** Everything an admin sets about the organization, saved together. */
export function OrganizationForm({ settings, timeZones }: OrganizationFormProps) {
  const [form, setForm] = useState(settings);
  const [domains, setDomains] = useState(settings.emailDomains.join("\n"));
  const update = useCall(updateOrganizationAction);
  const set = (change: Partial<OrganizationSettings>) => setForm((before) => ({ ...before, ...change }));

  const save = (event: FormEvent) => {
    event.preventDefault();
    const emailDomains = domains.split(/[\s,;]+/).filter(Boolean);
    void update.call({ ...form, emailDomains }, (saved) => {
      setForm(saved);
      setDomains(saved.emailDomains.join("\n"));
      toast("Saved.");
    });
  };

  const textField = (name: TextKey, label: string, hint?: string) => (
    <Field label={label} hint={hint} error={update.errorOf(name)}>
      {(control) => (
        <Input {...control} value={form[name]} onChange={(event) => set({ [name]: event.target.value })} />
      )}
    </Field>
  );
  const numberField = (name: NumberKey, label: string, min: number) => (
    <Field label={label} error={update.errorOf(name)}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={min}
          value={Number.isNaN(form[name]) ? "" : form[name]}
          onChange={(event) => set({ [name]: event.target.valueAsNumber })}
        />
      )}
    </Field>
  );
  const domainError = Object.entries(update.fields).find(([path]) => path.startsWith("emailDomains"))?.[1];

  return (
    <form onSubmit={save} noValidate className="grid gap-10">
      <FormSection title="Your organization">
        {textField("name", "Name")}
        <Field
          label="Accent colour"
          hint="Your brand’s colour. It is darkened or lightened where text needs it."
        >
          {(control) => (
            <Input
              {...control}
              type="color"
              className="w-20 p-1"
              value={form.accentColor}
              onChange={(event) => set({ accentColor: event.target.value })}
            />
          )}
        </Field>
        <Field label="Time zone" hint="A day in Herald is a day here." error={update.errorOf("timeZone")}>
          {(control) => (
            <Select
              {...control}
              value={form.timeZone}
              onChange={(event) => set({ timeZone: event.target.value })}
            >
              {[...new Set(["UTC", form.timeZone, ...timeZones])].map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </Select>
          )}
        </Field>
      </FormSection>
      <FormSection title="Sharing">
        {textField("disclosure", "Disclosure", "Added to what people share, for example #AcmeEmployee.")}
        <CheckboxField
          label="Every share must carry it"
          checked={form.requiresDisclosure}
          onChange={(event) => set({ requiresDisclosure: event.target.checked })}
        />
        <div className="grid gap-5 sm:grid-cols-3">
          {textField("utmSource", "utm_source")}
          {textField("utmMedium", "utm_medium")}
          {textField("utmCampaign", "utm_campaign")}
        </div>
        <p className="text-sm leading-5 text-quiet">
          Added to a story’s address, so that your web statistics know where a reader came from. Empty means
          not added.
        </p>
      </FormSection>
      <FormSection title="Staggered times">
        <div className="grid gap-5 sm:grid-cols-2">
          {numberField("staggerShares", "Colleagues", 0)}
          {numberField("staggerMinutes", "Within how many minutes", 5)}
        </div>
        <p className="text-sm leading-5 text-quiet">
          Once so many colleagues posted a story to a network within that time, whoever is next is offered a
          later time. 0 colleagues means never.
        </p>
      </FormSection>
      <FormSection title="Review">
        <CheckboxField
          label="Curators may approve their own stories"
          checked={form.allowsSelfApproval}
          onChange={(event) => set({ allowsSelfApproval: event.target.checked })}
        />
      </FormSection>
      <FormSection title="Boards">
        <Field
          label="What boards there are"
          hint="Works councils often want fewer. It acts at once, and everywhere."
        >
          {(control) => (
            <Select
              {...control}
              value={form.boardMode}
              onChange={(event) =>
                set({ boardMode: event.target.value as OrganizationSettings["boardMode"] })
              }
            >
              <option value="people">People and teams</option>
              <option value="teams">Teams only</option>
              <option value="off">None</option>
            </Select>
          )}
        </Field>
        {numberField("smallestGroup", "The smallest team that boards show", 5)}
        <Field
          label="A season"
          hint="The season that runs goes on to its end; the next one has the new length."
        >
          {(control) => (
            <Select
              {...control}
              value={form.seasonMonths}
              onChange={(event) =>
                set({ seasonMonths: Number(event.target.value) as OrganizationSettings["seasonMonths"] })
              }
            >
              <option value={1}>A month</option>
              <option value={3}>A quarter</option>
              <option value={6}>Half a year</option>
              <option value={12}>A year</option>
            </Select>
          )}
        </Field>
        <CheckboxField
          label="Anybody may read how points are given, without signing in"
          checked={form.publishesMethodology}
          onChange={(event) => set({ publishesMethodology: event.target.checked })}
        />
      </FormSection>
      <FormSection title="Joining">
        <Field
          label="E-mail domains that may join"
          hint="Whoever proves an address at one of these joins as an employee, without an invitation. One a line."
          error={domainError}
        >
          {(control) => (
            <Textarea
              {...control}
              rows={3}
              value={domains}
              onChange={(event) => setDomains(event.target.value)}
            />
          )}
        </Field>
      </FormSection>
      <div className="grid gap-4">
        <Alert message={update.message} />
        <Button type="submit" variant="primary" pending={update.isPending} className="justify-self-start">
          Save settings
        </Button>
      </div>
    </form>
  );
}

type NumberKey = "staggerShares" | "staggerMinutes" | "smallestGroup";
type TextKey = "name" | "disclosure" | "utmSource" | "utmMedium" | "utmCampaign";
