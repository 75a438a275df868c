"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { makePledgeAction } from "#lib/pledges/actions.ts";
import type { PledgeChoices } from "#lib/pledges/choices/queries.ts";
import { ReminderSelect } from "./reminder-select.tsx";

/** A promise in one sentence, and who depends on it. */
export function PledgeForm({ choices }: { choices: PledgeChoices }) {
  const router = useRouter();
  const [id] = useState(() => uuidv7());
  const [about, setAbout] = useState("");
  const [dependents, setDependents] = useState("");
  const [form, setForm] = useState({
    ...{ by: "me" as "me" | "team", shares: 2, isWeekly: true, note: "" },
    ...{ startsOn: choices.today, endsOn: choices.inFourWeeks },
    ...{ remindOn: null as number | null, isSharedWithManagers: false },
  });
  const { call, isPending, message, errorOf, fields } = useCall(makePledgeAction);
  const set = (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change }));
  const promise = (event: FormEvent) => {
    event.preventDefault();
    const [kind, aboutId = null] = about.split(":");
    void call(
      {
        ...form,
        id,
        campaignId: kind === "campaign" ? aboutId : null,
        topicId: kind === "topic" ? aboutId : null,
        dependents: dependents.split(/[\s,;]+/).filter(Boolean),
      },
      (pledgeId) => {
        toast("Promised.");
        router.push(`/pledges/${pledgeId}`);
      },
    );
  };
  const dependentError = Object.entries(fields).find(([path]) => path.startsWith("dependents"))?.[1];
  return (
    <form onSubmit={promise} noValidate className="grid gap-6">
      {choices.teamName ? (
        <Field label="Who promises">
          {(control) => (
            <Select
              {...control}
              value={form.by}
              onChange={(event) => set({ by: event.target.value as "me" | "team" })}
            >
              <option value="me">I do</option>
              <option value="team">{choices.teamName}, together</option>
            </Select>
          )}
        </Field>
      ) : null}
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label="How many shares" error={errorOf("shares")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              min={1}
              value={Number.isNaN(form.shares) ? "" : form.shares}
              onChange={(event) => set({ shares: event.target.valueAsNumber })}
            />
          )}
        </Field>
        <Field label="How often">
          {(control) => (
            <Select
              {...control}
              value={form.isWeekly ? "week" : "all"}
              onChange={(event) => set({ isWeekly: event.target.value === "week" })}
            >
              <option value="week">every week</option>
              <option value="all">in all</option>
            </Select>
          )}
        </Field>
        <Field label="From" error={errorOf("startsOn")}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={form.startsOn}
              onChange={(event) => set({ startsOn: event.target.value })}
            />
          )}
        </Field>
        <Field label="Until" error={errorOf("endsOn")}>
          {(control) => (
            <Input
              {...control}
              type="date"
              value={form.endsOn}
              onChange={(event) => set({ endsOn: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field label="About">
        {(control) => (
          <Select {...control} value={about} onChange={(event) => setAbout(event.target.value)}>
            <option value="">Anything</option>
            {choices.campaigns.map((campaign) => (
              <option key={campaign.id} value={`campaign:${campaign.id}`}>
                The campaign “{campaign.name}”
              </option>
            ))}
            {choices.topics.map((topic) => (
              <option key={topic.id} value={`topic:${topic.id}`}>
                {topic.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label="What it is for"
        hint="In your words, for example: until the fair."
        error={errorOf("note")}
      >
        {(control) => (
          <Input
            {...control}
            dir="auto"
            value={form.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Who depends on it"
        hint="Addresses of colleagues, one a line. They are told, and see how it stands."
        error={dependentError}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={dependents}
            onChange={(event) => setDependents(event.target.value)}
          />
        )}
      </Field>
      <ReminderSelect remindOn={form.remindOn} onChange={(remindOn) => set({ remindOn })} />
      <CheckboxField
        label="My managers may see it"
        checked={form.isSharedWithManagers}
        onChange={(event) => set({ isSharedWithManagers: event.target.checked })}
      />
      <Alert message={message} />
      <Button type="submit" variant="primary" pending={isPending} className="justify-self-start">
        Promise it
      </Button>
    </form>
  );
}
