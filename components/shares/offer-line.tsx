import type { CaptionChoice } from "#lib/shares/offers/captions-for.ts";

type OfferLineProps = {
  /** Those for this network, in the order in which they are offered. */
  captions: CaptionChoice[];
  captionId: string | null;
};

/** Why this suggestion and not another, with the numbers that decided. */
export function OfferLine({ captions, captionId }: OfferLineProps) {
  const place = captions.findIndex(({ id }) => id === captionId);
  const offered = captions[place];
  if (!offered || captions.length < 2) return null;
  const others = captions.filter((caption) => caption !== offered);
  return (
    <details className="text-sm leading-5 text-quiet">
      <summary className="cursor-pointer hover:text-ink">
        {place === 0 ? sayWhy(offered, others) : `Suggestion ${place + 1} of ${captions.length}`}
      </summary>
      <p className="tabular mt-1">
        Shares that started from it: {sayUses(offered)}. From the others: {others.map(sayUses).join(", ")}.
      </p>
    </details>
  );
}

function sayWhy(offered: CaptionChoice, others: CaptionChoice[]): string {
  const lessUsed = others.filter((other) => loadOf(other) < loadOf(offered));
  if (lessUsed.length === 0) return "Offered because colleagues used it least";
  if (lessUsed.some(({ language }) => language !== offered.language))
    return "Offered because it is in your language";
  return "Offered because your team, or somebody just now, has the others";
}

const loadOf = ({ uses, weight }: CaptionChoice): number => uses / weight;

const sayUses = ({ uses, weight }: CaptionChoice): string =>
  weight === 1 ? `${uses}` : `${uses} at weight ${weight}`;
