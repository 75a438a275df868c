"use client";

import { useState } from "react";
import { AudienceDialog } from "#components/audiences/audience-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { StoryChoices } from "#lib/stories/schemas.ts";
import { ChoiceList } from "./choice-list.tsx";
import type { SetForm, StoryForm } from "./form.ts";

type AudienceFieldProps = {
  form: StoryForm;
  set: SetForm;
  choices: Pick<StoryChoices, "organizationId" | "teams" | "audiences">;
  error: string | undefined;
};

const names = { everyone: "Everyone", teams: "Some teams", rule: "An audience" } as const;

export function AudienceField({ form, set, choices, error }: AudienceFieldProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">For</legend>
      {(["everyone", "teams", "rule"] as const).map((audience) => (
        <label key={audience} className="flex items-center gap-2.5">
          <input
            type="radio"
            name="audience"
            className="size-4.5 accent-accent"
            checked={form.audience === audience}
            onChange={() => set({ audience })}
          />
          {names[audience]}
        </label>
      ))}
      {form.audience === "teams" ? (
        <div className="border-l border-line pl-4">
          <ChoiceList
            choices={choices.teams}
            chosen={form.teamIds}
            onChange={(teamIds) => set({ teamIds })}
          />
        </div>
      ) : null}
      {form.audience === "rule" ? <AudienceChoice form={form} set={set} choices={choices} /> : null}
      {error ? (
        <p role="alert" className="text-sm leading-5 text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}

/** One of the saved audiences, or a new one. */
function AudienceChoice({ form, set, choices }: Omit<AudienceFieldProps, "error">) {
  const [isMaking, setMaking] = useState(false);
  return (
    <div className="grid gap-2 border-l border-line pl-4">
      {choices.audiences.length > 0 ? (
        <Select
          aria-label="Audience"
          value={form.audienceId ?? ""}
          onChange={(event) => set({ audienceId: event.target.value || null })}
        >
          <option value="">Choose…</option>
          {choices.audiences.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      <Button size="sm" className="justify-self-start" onClick={() => setMaking(true)}>
        New audience
      </Button>
      {isMaking ? (
        <AudienceDialog
          organizationId={choices.organizationId}
          audience={null}
          onClose={() => setMaking(false)}
          onDone={({ id }) => {
            set({ audienceId: id });
            setMaking(false);
          }}
        />
      ) : null}
    </div>
  );
}
