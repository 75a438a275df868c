"use client";

import { Select } from "#components/ui/select.tsx";
import { networkIds, networks } from "#lib/networks/networks.ts";
import { mostWeight } from "#lib/stories/captions/schemas.ts";
import { listLanguages } from "#lib/stories/languages.ts";
import type { StoryChoices } from "#lib/stories/schemas.ts";
import type { CaptionDraft } from "./form.ts";

type CaptionPlaceProps = {
  caption: CaptionDraft;
  number: number;
  audiences: StoryChoices["audiences"];
  onChange: (change: Partial<CaptionDraft>) => void;
};

/** Where a caption is offered, to whom, and how often beside the others. */
export function CaptionPlace({ caption, number, audiences, onChange }: CaptionPlaceProps) {
  return (
    <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
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
      <Select
        aria-label={`Audience of caption ${number}`}
        value={caption.audienceId ?? ""}
        onChange={(event) => onChange({ audienceId: event.target.value || null })}
      >
        <option value="">Everybody</option>
        {audiences.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        aria-label={`Weight of caption ${number}`}
        value={caption.weight}
        onChange={(event) => onChange({ weight: Number(event.target.value) })}
      >
        {weights.map((weight) => (
          <option key={weight} value={weight}>
            {weight === 1 ? "Offered as usual" : `Offered ${weight} times as often`}
          </option>
        ))}
      </Select>
    </div>
  );
}

const weights = Array.from({ length: mostWeight }, (_, index) => index + 1);
