"use client";

import { RefreshCw, Undo2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { CaptionChoice } from "#lib/shares/offers/captions-for.ts";
import { OfferLine } from "./offer-line.tsx";

type WordsFieldProps = {
  words: string;
  captions: CaptionChoice[];
  captionId: string | null;
  isTooLong: boolean;
  onChange: (words: string) => void;
  onSwap: (caption: { id: string | null; text: string }) => void;
};

/** Where the person writes. Another suggestion can be put in place, and what it replaced can be had back. */
export function WordsField({ words, captions, captionId, isTooLong, onChange, onSwap }: WordsFieldProps) {
  const [replaced, setReplaced] = useState<{ id: string | null; text: string } | null>(null);
  const place = captions.findIndex(({ id }) => id === captionId);
  const next = captions[(place + 1) % captions.length];
  const isOwn = words.trim() !== "" && captions.every(({ text }) => text !== words);

  const swap = (caption: CaptionChoice) => {
    if (isOwn) setReplaced({ id: captionId, text: words });
    onSwap(caption);
  };
  const bringBack = (own: { id: string | null; text: string }) => {
    setReplaced(null);
    onSwap(own);
  };

  return (
    <div className="grid gap-2">
      <Field label="Your words">
        {(control) => (
          <Textarea
            {...control}
            value={words}
            onChange={(event) => onChange(event.target.value)}
            aria-invalid={isTooLong || undefined}
            placeholder="What made you stop and read? Say it as you would to a colleague."
            className="max-h-80 min-h-40 overflow-y-auto"
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-x-4">
        {next && (captions.length > 1 || isOwn) ? (
          <Button size="sm" variant="ghost" className="-ml-3" onClick={() => swap(next)}>
            <RefreshCw aria-hidden /> Another suggestion
          </Button>
        ) : null}
        {replaced ? (
          <Button size="sm" variant="ghost" onClick={() => bringBack(replaced)}>
            <Undo2 aria-hidden /> Bring my words back
          </Button>
        ) : null}
      </div>
      {isOwn ? null : <OfferLine captions={captions} captionId={captionId} />}
    </div>
  );
}
