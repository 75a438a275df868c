"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useDroppedFile } from "#components/ui/use-dropped-file.ts";
import { cn } from "#lib/cn.ts";
import { centre } from "#lib/stories/image-sizes.ts";
import { FocalPoint } from "./focal-point.tsx";
import type { SetForm, StoryForm } from "./form.ts";
import { useImageUpload } from "./use-image-upload.ts";

type ImageFieldProps = { form: StoryForm; set: SetForm; errors: Record<string, string> };

/** The story's image: the page's own, or one from the curator's machine, chosen, dropped or pasted. */
export function ImageField({ form, set, errors }: ImageFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  const { upload, progress, failure } = useImageUpload(({ id }) =>
    set({ imageId: id, imageAlt: "", imageFocus: centre }),
  );
  const isPending = progress !== null;
  const { ref, isOver } = useDroppedFile(upload);
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const file = event.clipboardData?.files[0];
    if (!file) return;
    event.preventDefault();
    upload(file);
  });
  // Wherever the caret stands: no other field of the form takes a file.
  useEffect(() => {
    const listener = (event: ClipboardEvent) => paste(event);
    document.addEventListener("paste", listener);
    return () => document.removeEventListener("paste", listener);
  }, []);

  return (
    <div
      ref={ref}
      className={cn(
        "grid gap-4 rounded-md",
        isOver && "outline-2 outline-offset-8 outline-accent outline-dashed",
      )}
    >
      <Field
        label="Image"
        hint="JPEG, PNG, WebP or GIF, up to 10 MB. Choose it, drop it here, or paste it."
        error={failure ?? errors.imageId}
      >
        {(control) => (
          <>
            {form.imageId ? (
              <FocalPoint
                imageId={form.imageId}
                alt={form.imageAlt}
                focus={form.imageFocus ?? centre}
                onChange={(imageFocus) => set({ imageFocus })}
              />
            ) : null}
            <div className="flex flex-wrap items-center gap-2">
              <input
                {...control}
                ref={input}
                type="file"
                accept="image/jpeg,image/png,image/webp,image/gif"
                className="sr-only"
                tabIndex={-1}
                onChange={(event) => {
                  upload(event.target.files?.[0]);
                  event.target.value = "";
                }}
              />
              <Button size="sm" pending={isPending} onClick={() => input.current?.click()}>
                {isPending ? "Uploading" : form.imageId ? "Replace image" : "Choose an image"}
              </Button>
              {form.imageId ? (
                <Button
                  size="sm"
                  variant="ghost"
                  onClick={() => set({ imageId: null, imageAlt: "", imageFocus: centre })}
                >
                  Remove image
                </Button>
              ) : null}
              {isPending ? <Progress progress={progress} /> : null}
            </div>
          </>
        )}
      </Field>
      {form.imageId ? (
        <Field
          label="What the image shows"
          hint="For people who cannot see it. Needed before the story is submitted."
          error={errors.imageAlt}
        >
          {(control) => (
            <Input
              {...control}
              dir="auto"
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

function Progress({ progress }: { progress: number }) {
  return (
    <span className="flex items-center gap-2 text-sm text-quiet tabular">
      <progress aria-label="Uploading the image" value={progress} className="h-1.5 w-28 accent-accent" />
      {progress < 1 ? `${Math.round(progress * 100)} %` : "Making it ready"}
    </span>
  );
}
