import type { VersionContent } from "./schemas.ts";

type Caption = VersionContent["captions"][number];

/** A caption before and after; one side is null where it was added or removed. */
export type CaptionPair = { before: Caption | null; after: Caption | null };

/** Less alike than this, and one caption was removed and another written. */
const alike = 0.3;

/** Which caption became which: first those that stayed as they were, then the most alike of the rest. */
export function pairCaptions(before: readonly Caption[], after: readonly Caption[]): CaptionPair[] {
  const partnerOf = new Map<Caption, Caption>();
  const taken = new Set<Caption>();
  const join = (one: Caption, other: Caption) => {
    if (partnerOf.has(other) || taken.has(one)) return;
    partnerOf.set(other, one);
    taken.add(one);
  };
  for (const caption of after) {
    const same = before.find((each) => !taken.has(each) && isSame(each, caption));
    if (same) join(same, caption);
  }
  for (const { one, other } of likelyPairs(before, after, taken, partnerOf)) join(one, other);
  return [
    ...after.map((caption) => ({ before: partnerOf.get(caption) ?? null, after: caption })),
    ...before.filter((caption) => !taken.has(caption)).map((caption) => ({ before: caption, after: null })),
  ];
}

export const isSame = (one: Caption, other: Caption): boolean =>
  (["network", "language", "text", "weight", "audienceId"] as const).every(
    (field) => one[field] === other[field],
  );

function likelyPairs(
  before: readonly Caption[],
  after: readonly Caption[],
  taken: Set<Caption>,
  partnerOf: Map<Caption, Caption>,
) {
  const gone = before.filter((each) => !taken.has(each)).map((one) => ({ one, words: wordsOf(one.text) }));
  const come = after
    .filter((each) => !partnerOf.has(each))
    .map((other) => ({ other, words: wordsOf(other.text) }));
  return gone
    .flatMap(({ one, words }) =>
      come.map((candidate) => ({
        one,
        other: candidate.other,
        // Of two that are as alike, the one for the same network is meant.
        likeness: likeness(words, candidate.words) + (one.network === candidate.other.network ? 0.1 : 0),
      })),
    )
    .filter((pair) => pair.likeness >= alike)
    .sort((a, b) => b.likeness - a.likeness);
}

function likeness(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

const segmenter = new Intl.Segmenter("und", { granularity: "word" });

const wordsOf = (text: string): Set<string> =>
  new Set(
    Array.from(segmenter.segment(text.toLowerCase()))
      .filter(({ isWordLike }) => isWordLike)
      .map(({ segment }) => segment),
  );
