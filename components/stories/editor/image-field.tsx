"use client";

import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { callAction } from "#lib/call-action.ts";
import { uploadImageAction } from "#lib/stories/images/actions.ts";
import { imageAddress, uploadImageInput } from "#lib/stories/images/schemas.ts";
import type { SetForm, StoryForm } from "./form.ts";

type ImageFieldProps = { form: StoryForm; set: SetForm; errors: Record<string, string> };

/** The story's image: the page's own, or one from the curator's machine. */
export function ImageField({ form, set, errors }: ImageFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  const upload = async (file: File | undefined) => {
    if (!file) return;
    const checked = uploadImageInput.safeParse({ file });
    setFailure(checked.error?.issues[0]?.message);
    if (!checked.success) return;
    setPending(true);
    const result = await callAction(uploadImageAction, { file });
    setPending(false);
    if (result.ok) set({ imageId: result.data.id });
    else setFailure(result.message);
  };

  return (
    <div className="grid gap-3">
      <Field label="Image" hint="JPEG, PNG, WebP or GIF, up to 10 MB." error={failure ?? errors.imageId}>
        {(control) => (
          <>
            {form.imageId ? (
              <img
                src={imageAddress(form.imageId)}
                alt={form.imageAlt || "Preview of the story's image"}
                className="max-h-72 w-full rounded-md bg-wash object-cover"
              />
            ) : null}
            <div className="flex flex-wrap gap-2">
              <input
                {...control}
                ref={input}
                type="file"
                accept="image/jpeg,image/png,image/webp,image/gif"
                className="sr-only"
                tabIndex={-1}
                onChange={(event) => {
                  void upload(event.target.files?.[0]);
                  event.target.value = "";
                }}
              />
              <Button size="sm" pending={isPending} onClick={() => input.current?.click()}>
                {isPending ? "Uploading" : form.imageId ? "Replace image" : "Choose an image"}
              </Button>
              {form.imageId ? (
                <Button size="sm" variant="ghost" onClick={() => set({ imageId: null, imageAlt: "" })}>
                  Remove image
                </Button>
              ) : null}
            </div>
          </>
        )}
      </Field>
      {form.imageId ? (
        <Field label="What the image shows" hint="For people who cannot see it." error={errors.imageAlt}>
          {(control) => (
            <Input
              {...control}
              value={form.imageAlt}
              maxLength={300}
              onChange={(event) => set({ imageAlt: event.target.value })}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}
