"use client";

import { Plus } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "#components/ui/button.tsx";
import { findAlike } from "#lib/stories/captions/likeness.ts";
import { mostCaptions } from "#lib/stories/captions/schemas.ts";
import type { StoryChoices } from "#lib/stories/schemas.ts";
import { CaptionRow } from "./caption-row.tsx";
import { type CaptionDraft, newCaption, type SetForm, type StoryForm } from "./form.ts";

type CaptionsFieldProps = {
  form: StoryForm;
  set: SetForm;
  errors: Record<string, string>;
  disclosure: string;
  audiences: StoryChoices["audiences"];
};

export function CaptionsField({ form, set, errors, disclosure, audiences }: CaptionsFieldProps) {
  const { captions } = form;
  const compared = useDeferredValue(captions);
  const alike = useMemo(() => findAlike(compared), [compared]);
  const [said, setSaid] = useState("");
  const isFull = captions.length >= mostCaptions;
  const setCaptions = (changed: CaptionDraft[]) => set({ captions: changed });

  const add = () => setCaptions([...captions, { ...newCaption, key: uuidv7(), language: form.language }]);
  const duplicate = (index: number, caption: CaptionDraft) => {
    setCaptions(captions.toSpliced(index + 1, 0, { ...caption, key: uuidv7() }));
    setSaid(`Caption ${index + 1} is duplicated. The copy is caption ${index + 2}.`);
  };
  const move = (index: number, to: number, caption: CaptionDraft) => {
    setCaptions(captions.toSpliced(index, 1).toSpliced(to, 0, caption));
    setSaid(`Now caption ${to + 1} of ${captions.length}.`);
  };

  return (
    <section className="grid gap-3">
      <div>
        <h2 className="text-xl">Captions</h2>
        <p className="max-w-measure text-sm text-quiet">
          Words to start from. Whoever shares is offered the one that colleagues used least, so the more there
          are, the less people sound alike.
          {disclosure ? ` ${disclosure} goes with every share, so it is counted here too.` : null}
        </p>
      </div>
      <ol className="grid">
        {captions.map((caption, index) => (
          <CaptionRow
            key={caption.key}
            caption={caption}
            number={index + 1}
            count={captions.length}
            canDuplicate={!isFull}
            disclosure={disclosure}
            audiences={audiences}
            alikeTo={alike.flatMap(({ one, other }) => (other === index ? one + 1 : []))}
            error={errorOf(errors, index)}
            onChange={(change) =>
              setCaptions(captions.map((each) => (each === caption ? { ...each, ...change } : each)))
            }
            onMove={(by) => move(index, index + by, caption)}
            onDuplicate={() => duplicate(index, caption)}
            onRemove={() => setCaptions(captions.filter((each) => each !== caption))}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button disabled={isFull} onClick={add}>
          <Plus aria-hidden />
          Add a caption
        </Button>
        <p className="tabular text-sm text-quiet">
          {captions.length} of {mostCaptions}
        </p>
        {errors.captions ? (
          <p role="alert" className="text-sm text-danger">
            {errors.captions}
          </p>
        ) : null}
      </div>
    </section>
  );
}

const errorOf = (errors: Record<string, string>, index: number): string | undefined =>
  (["text", "weight", "audienceId", "language"] as const)
    .map((field) => errors[`captions.${index}.${field}`])
    .find(Boolean);
