"use client";

import { Trash2 } from "lucide-react";
import { useId } from "react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { networkIds, networks } from "#lib/networks/networks.ts";
import { withDisclosure } from "#lib/shares/disclosure.ts";
import { listLanguages } from "#lib/stories/languages.ts";
import { CaptionCounter } from "./caption-counter.tsx";
import type { CaptionDraft } from "./form.ts";

type CaptionRowProps = {
  caption: CaptionDraft;
  number: number;
  disclosure: string;
  error: string | undefined;
  onChange: (change: Partial<CaptionDraft>) => void;
  onRemove: () => void;
};

export function CaptionRow({ caption, number, disclosure, error, onChange, onRemove }: CaptionRowProps) {
  const id = useId();
  return (
    <li className="grid gap-2 border-t border-line py-4">
      <div className="flex gap-2">
        <Select
          aria-label={`Network of caption ${number}`}
          value={caption.network ?? ""}
          onChange={(event) =>
            onChange({ network: networkIds.find((network) => network === event.target.value) ?? null })
          }
        >
          <option value="">Any network</option>
          {networkIds.map((network) => (
            <option key={network} value={network}>
              {networks[network].name}
            </option>
          ))}
        </Select>
        <Select
          aria-label={`Language of caption ${number}`}
          value={caption.language}
          onChange={(event) => onChange({ language: event.target.value })}
        >
          {listLanguages(caption.language).map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </Select>
        <Button variant="ghost" size="icon" aria-label={`Remove caption ${number}`} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </div>
      <Textarea
        aria-label={`Caption ${number}`}
        aria-describedby={`${id}-length ${id}-error`}
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
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-sm leading-5 text-danger">
          {error}
        </p>
      ) : null}
    </li>
  );
}
