"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { bodyLimit } from "#lib/stories/schemas.ts";
import type { SetForm, StoryForm } from "./form.ts";

type WordsFieldsProps = { form: StoryForm; set: SetForm; errors: Record<string, string> };

export function WordsFields({ form, set, errors }: WordsFieldsProps) {
  return (
    <>
      <Field label="Title" error={errors.title}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            rows={1}
            className="min-h-0 resize-none font-serif text-xl sm:text-xl"
            value={form.title}
            onChange={(event) => set({ title: event.target.value.replaceAll("\n", " ") })}
          />
        )}
      </Field>
      <Field label="Summary" error={errors.summary}>
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            value={form.summary}
            onChange={(event) => set({ summary: event.target.value })}
          />
        )}
      </Field>
      {form.kind === "text" ? (
        <Field
          label="Text"
          error={errors.body ?? (form.body.length > bodyLimit ? tooLong(form.body) : undefined)}
        >
          {(control) => (
            <Textarea
              {...control}
              dir="auto"
              className="min-h-64 font-serif sm:text-base"
              value={form.body}
              onChange={(event) => set({ body: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {form.kind === "link" ? (
        <Field label="Site" error={errors.siteName}>
          {(control) => (
            <Input
              {...control}
              value={form.siteName}
              onChange={(event) => set({ siteName: event.target.value })}
            />
          )}
        </Field>
      ) : null}
    </>
  );
}

const tooLong = (body: string): string =>
  `The text has ${body.length.toLocaleString("en")} characters; ${bodyLimit.toLocaleString("en")} fit. Link to the rest.`;
