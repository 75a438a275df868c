/** What decides when a caption is offered. */
export type OfferFacts = {
  language: string;
  weight: number;
  /** How many shares started from it. */
  uses: number;
  /** How many colleagues look at it in the composer just now, having taken nothing to a network yet. */
  open: number;
  /** A colleague of the member's own team shared it within the last day: the two have many readers in common. */
  isFreshInTeam: boolean;
  position: number;
};

/** What somebody looks at just now most likely becomes a use, and sometimes does not. */
const openUse = 0.5;

/** How much a caption was used for its weight: one of weight 2 bears twice the uses. */
export const loadOf = ({ uses, open, weight }: Pick<OfferFacts, "uses" | "open" | "weight">): number =>
  (uses + openUse * open) / weight;

/**
 * The captions in the order in which they are offered: the member's own language before the story's before any other, what
 * the own team has just used last, and the least used for its weight first. `languages` are the wanted ones, the best first.
 */
export function orderOffers<Caption extends OfferFacts>(
  captions: readonly Caption[],
  languages: readonly string[],
): Caption[] {
  const wanted = languages.filter(Boolean).map(primary);
  const farFromWanted = ({ language }: Caption) => {
    const place = wanted.indexOf(primary(language));
    return place < 0 ? wanted.length : place;
  };
  return captions.toSorted(
    (a, b) =>
      farFromWanted(a) - farFromWanted(b) ||
      Number(a.isFreshInTeam) - Number(b.isFreshInTeam) ||
      loadOf(a) - loadOf(b) ||
      b.weight - a.weight ||
      a.position - b.position,
  );
}

/** `pt-BR` and `pt` read each other well enough to start from. */
const primary = (language: string): string => language.toLowerCase().split("-")[0] ?? "";
