"use client";

import type { StoryChoices } from "#lib/stories/schemas.ts";
import { ChoiceList } from "./choice-list.tsx";
import type { SetForm, StoryForm } from "./form.ts";

type AudienceFieldProps = {
  form: StoryForm;
  set: SetForm;
  teams: StoryChoices["teams"];
  error: string | undefined;
};

export function AudienceField({ form, set, teams, error }: AudienceFieldProps) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-sm font-medium">For</legend>
      {(["everyone", "teams"] as const).map((audience) => (
        <label key={audience} className="flex items-center gap-2.5">
          <input
            type="radio"
            name="audience"
            className="size-4.5 accent-accent"
            checked={form.audience === audience}
            onChange={() => set({ audience })}
          />
          {audience === "everyone" ? "Everyone" : "Some teams"}
        </label>
      ))}
      {form.audience === "teams" ? (
        <div className="border-l border-line pl-4">
          <ChoiceList choices={teams} chosen={form.teamIds} onChange={(teamIds) => set({ teamIds })} />
        </div>
      ) : null}
      {error ? (
        <p role="alert" className="text-sm leading-5 text-danger">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
