"use client";

import Link from "next/link";
import { editorAddress } from "#components/stories/desk/addresses.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { LinkPreview } from "#lib/stories/preview/schemas.ts";
import { type SetForm, type StoryForm, withPreview } from "./form.ts";
import { useLinkPreview } from "./use-link-preview.ts";

type AddressFieldProps = { form: StoryForm; set: SetForm; error: string | undefined };

/** The address first: once it is pasted, the page fills in the rest. */
export function AddressField({ form, set, error }: AddressFieldProps) {
  const preview = useLinkPreview((read, earlier) => set(withPreview(form, read, earlier)));
  const read = (url: string) => url.trim() && preview.mutate(url.trim());
  return (
    <div className="grid grid-cols-1">
      <Field
        label="Address"
        hint="Paste it; title, summary and image come from the page."
        error={
          error ??
          (preview.error ? `${preview.error.message} You can still write the draft by hand.` : undefined)
        }
      >
        {(control) => (
          <div className="flex gap-2">
            <Input
              {...control}
              type="url"
              inputMode="url"
              placeholder="https://"
              autoComplete="off"
              value={form.url}
              onChange={(event) => set({ url: event.target.value })}
              onPaste={(event) => {
                const pasted = event.clipboardData.getData("text").trim();
                if (!/^https?:\/\/\S+$/i.test(pasted)) return;
                event.preventDefault();
                set({ url: pasted });
                read(pasted);
              }}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                read(form.url);
              }}
            />
            <Button pending={preview.isPending} disabled={!form.url.trim()} onClick={() => read(form.url)}>
              {preview.isPending ? "Reading" : "Read page"}
            </Button>
          </div>
        )}
      </Field>
      <div aria-live="polite" className="text-sm leading-5 not-empty:mt-2">
        {preview.isPending ? (
          <p className="text-quiet">Reading the page. This takes a few seconds at most.</p>
        ) : null}
        <Duplicate duplicate={preview.data?.duplicate ?? null} />
      </div>
    </div>
  );
}

function Duplicate({ duplicate }: { duplicate: LinkPreview["duplicate"] }) {
  if (!duplicate?.storyId) return null;
  return (
    <p className="border-l-2 border-accent pl-3">
      This page is a story already:{" "}
      <Link href={editorAddress(duplicate.storyId)} className="underline underline-offset-4">
        {duplicate.title}
      </Link>
    </p>
  );
}
