"use client";

import { Info } from "lucide-react";
import { useId } from "react";
import { Textarea } from "#components/ui/textarea.tsx";
import { withDisclosure } from "#lib/shares/disclosure.ts";
import type { StoryChoices } from "#lib/stories/schemas.ts";
import { CaptionActs } from "./caption-acts.tsx";
import { CaptionCounter } from "./caption-counter.tsx";
import { CaptionPlace } from "./caption-place.tsx";
import type { CaptionDraft } from "./form.ts";

type CaptionRowProps = {
  caption: CaptionDraft;
  number: number;
  count: number;
  canDuplicate: boolean;
  disclosure: string;
  audiences: StoryChoices["audiences"];
  /** The numbers of the captions above it that say nearly the same. */
  alikeTo: number[];
  error: string | undefined;
  onChange: (change: Partial<CaptionDraft>) => void;
  onMove: (by: -1 | 1) => void;
  onDuplicate: () => void;
  onRemove: () => void;
};

export function CaptionRow(props: CaptionRowProps) {
  const { caption, number, count, canDuplicate, disclosure, audiences, alikeTo, error, onChange } = props;
  const id = useId();
  return (
    <li className="grid gap-2 border-t border-line py-4">
      <div className="flex items-center justify-between gap-3">
        <h3 className="font-sans text-sm font-medium tracking-normal">Caption {number}</h3>
        <CaptionActs
          number={number}
          count={count}
          canDuplicate={canDuplicate}
          onMove={props.onMove}
          onDuplicate={props.onDuplicate}
          onRemove={props.onRemove}
        />
      </div>
      <Textarea
        aria-label={`Caption ${number}`}
        aria-describedby={`${id}-length ${id}-alike ${id}-error`}
        aria-invalid={error ? true : undefined}
        lang={caption.language}
        dir="auto"
        maxLength={3_000}
        value={caption.text}
        onChange={(event) => onChange({ text: event.target.value })}
      />
      <CaptionCounter
        id={`${id}-length`}
        network={caption.network}
        text={withDisclosure(caption.text, disclosure)}
      />
      <CaptionPlace caption={caption} number={number} audiences={audiences} onChange={onChange} />
      <div id={`${id}-alike`} aria-live="polite">
        {alikeTo.length > 0 ? (
          <p className="flex gap-2 text-sm leading-5">
            <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
            Much like {sayNumbers(alikeTo)}. Colleagues who start from either would sound the same.
          </p>
        ) : null}
      </div>
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-sm leading-5 text-danger">
          {error}
        </p>
      ) : null}
    </li>
  );
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

const sayNumbers = (numbers: number[]): string =>
  `${numbers.length === 1 ? "caption" : "captions"} ${list.format(numbers.map(String))}`;
