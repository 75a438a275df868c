"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { updateProfileAction } from "#lib/members/actions.ts";
import type { Profile, Workplace } from "#lib/members/profile/schemas.ts";
import { BoardNameFields } from "./board-name-fields.tsx";
import { LanguageSelect } from "./language-select.tsx";
import { OwnWorkplace } from "./own-workplace.tsx";

type ProfileFormProps = { profile: Profile; workplace: Workplace };

export function ProfileForm({ profile, workplace }: ProfileFormProps) {
  const [form, setForm] = useState(profile);
  const update = useCall(updateProfileAction);
  const set = (change: Partial<Profile>) => setForm((before) => ({ ...before, ...change }));
  const save = (event: FormEvent) => {
    event.preventDefault();
    void update.call(form, () => toast("Saved."));
  };

  return (
    <form onSubmit={save} className="grid gap-6">
      <Field label="Your name" error={update.errorOf("name")}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={100}
            autoComplete="name"
            value={form.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field label="What you do" error={update.errorOf("jobTitle")}>
        {(control) => (
          <Input
            {...control}
            maxLength={100}
            autoComplete="organization-title"
            value={form.jobTitle}
            onChange={(event) => set({ jobTitle: event.target.value })}
          />
        )}
      </Field>
      <LanguageSelect
        hint="Suggested words come in it first, where a story has some."
        language={form.language}
        onChange={(language) => set({ language })}
      />
      <OwnWorkplace workplace={workplace} />
      <BoardNameFields chosen={form.boardName} onChange={(boardName) => set({ boardName })} />
      {form.boardName === "alias" ? (
        <Field label="Your alias" error={update.errorOf("alias")}>
          {(control) => (
            <Input
              {...control}
              maxLength={40}
              autoComplete="off"
              value={form.alias}
              onChange={(event) => set({ alias: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      <Alert message={update.message} />
      <Button type="submit" variant="primary" pending={update.isPending} className="justify-self-start">
        Save
      </Button>
    </form>
  );
}
