"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { listLanguages } from "#lib/stories/languages.ts";
import type { StoryChoices } from "#lib/stories/schemas.ts";
import { AudienceField } from "./audience-field.tsx";
import { ChoiceList } from "./choice-list.tsx";
import type { SetForm, StoryForm } from "./form.ts";

type PlacementFieldsProps = {
  form: StoryForm;
  set: SetForm;
  choices: StoryChoices;
  errors: Record<string, string>;
};

/** Who sees the story, when, and where it belongs. */
export function PlacementFields({ form, set, choices, errors }: PlacementFieldsProps) {
  return (
    <div className="grid content-start gap-6">
      <AudienceField form={form} set={set} choices={choices} error={errors.teamIds ?? errors.audienceId} />
      {choices.topics.length > 0 ? (
        <fieldset className="grid gap-1.5">
          <legend className="mb-1.5 text-sm font-medium">Topics</legend>
          <ChoiceList
            choices={choices.topics}
            chosen={form.topicIds}
            onChange={(topicIds) => set({ topicIds })}
          />
        </fieldset>
      ) : null}
      <Field label="Campaign">
        {(control) => (
          <Select
            {...control}
            value={form.campaignId ?? ""}
            onChange={(event) => set({ campaignId: event.target.value || null })}
          >
            <option value="">None</option>
            {choices.campaigns.map((campaign) => (
              <option key={campaign.id} value={campaign.id}>
                {campaign.name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label="Goes live"
        hint={`Empty: as soon as it is approved. Time of ${choices.timeZone}.`}
        error={errors.publishAt}
      >
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={form.publishAt}
            onChange={(event) => set({ publishAt: event.target.value })}
          />
        )}
      </Field>
      <Field label="Expires" hint="Empty: never." error={errors.expiresAt}>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={form.expiresAt}
            onChange={(event) => set({ expiresAt: event.target.value })}
          />
        )}
      </Field>
      <Field label="Language">
        {(control) => (
          <Select
            {...control}
            value={form.language}
            onChange={(event) => set({ language: event.target.value })}
          >
            {listLanguages(form.language).map(({ tag, name }) => (
              <option key={tag} value={tag}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
