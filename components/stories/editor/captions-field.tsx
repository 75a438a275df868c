"use client";

import { Plus } from "lucide-react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "#components/ui/button.tsx";
import { CaptionRow } from "./caption-row.tsx";
import type { SetForm, StoryForm } from "./form.ts";

type CaptionsFieldProps = {
  form: StoryForm;
  set: SetForm;
  errors: Record<string, string>;
  disclosure: string;
};

export function CaptionsField({ form, set, errors, disclosure }: CaptionsFieldProps) {
  const { captions } = form;
  const add = () =>
    set({ captions: [...captions, { key: uuidv7(), network: null, language: form.language, text: "" }] });
  return (
    <section className="grid gap-3">
      <div>
        <h2 className="text-xl">Captions</h2>
        <p className="text-sm text-quiet">
          Words to start from. The best shares end up in a person's own, so give them two or three to choose
          from.
          {disclosure ? ` ${disclosure} goes with every share, so it is counted here too.` : null}
        </p>
      </div>
      <ol className="grid">
        {captions.map((caption, index) => (
          <CaptionRow
            key={caption.key}
            caption={caption}
            number={index + 1}
            disclosure={disclosure}
            error={errors[`captions.${index}.text`]}
            onChange={(change) =>
              set({ captions: captions.map((each) => (each === caption ? { ...each, ...change } : each)) })
            }
            onRemove={() => set({ captions: captions.filter((each) => each !== caption) })}
          />
        ))}
      </ol>
      <Button className="justify-self-start" onClick={add}>
        <Plus aria-hidden />
        Add a caption
      </Button>
    </section>
  );
}
