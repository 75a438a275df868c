"use client";

import { type FocusEvent, type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { SuggestionBegins } from "#lib/stories/suggestions/schemas.ts";
import { SuggestionPreview } from "./suggestion-preview.tsx";
import { useSuggestion } from "./use-suggestion.ts";

/** A link and a line on why: the rest comes from the page, and a curator does the rest of the work. */
export function SuggestForm({ begins }: { begins: SuggestionBegins }) {
  const { form, set, preview, read, send, isPending, failure } = useSuggestion(begins);
  const [isTouched, setTouched] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTouched(true);
    if (!isPending && form.url.trim() && form.note.trim())
      void send().then((isSent) => isSent && setTouched(false));
  };

  // What an address filled in is read once the person does something here: a link of another site fetches nothing.
  const readFilledIn = ({ target }: FocusEvent) => {
    const isWaiting = begins.url && form.url === begins.url && !preview.variables;
    // Sending reads it, too.
    if (isWaiting && !(target instanceof HTMLButtonElement)) read(form.url);
  };

  return (
    <form onSubmit={submit} onFocus={readFilledIn} noValidate className="grid gap-6">
      <div className="grid grid-cols-1">
        <Field
          label="Link"
          error={
            failure?.fields?.url ??
            (preview.error
              ? `${preview.error.message} You can still suggest it: give it a title below.`
              : undefined) ??
            (isTouched && !form.url.trim() ? "Paste the link you would share." : undefined)
          }
        >
          {(control) => (
            <Input
              {...control}
              type="url"
              inputMode="url"
              autoComplete="off"
              placeholder="https://"
              value={form.url}
              onChange={(event) => set({ url: event.target.value })}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData("text").trim();
                if (!/^https?:\/\/\S+$/i.test(pasted)) return;
                event.preventDefault();
                set({ url: pasted });
                read(pasted);
              }}
              onBlur={() => read(form.url)}
            />
          )}
        </Field>
        <div aria-live="polite" className="not-empty:mt-6">
          <SuggestionPreview
            preview={preview.data}
            isPending={preview.isPending}
            title={form.title}
            onTitle={(title) => set({ title })}
            isTitleAsked={preview.isError || (begins.title !== "" && !preview.data)}
            error={failure?.fields?.title}
          />
        </div>
      </div>
      <Field
        label="Why is it worth sharing?"
        hint="A line is enough. It goes to the comms team with your name."
        error={
          failure?.fields?.note ??
          (isTouched && !form.note.trim() ? "Say in a line why this is worth sharing." : undefined)
        }
      >
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            maxLength={1_000}
            value={form.note}
            onChange={(event) => set({ note: event.target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-4">
        <Button type="submit" variant="primary" pending={isPending || preview.isPending}>
          Suggest it
        </Button>
        {failure ? (
          <p role="alert" className="text-danger">
            {failure.message}
          </p>
        ) : null}
      </div>
    </form>
  );
}
