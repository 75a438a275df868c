/**
 * How alike two texts are, 0 to 1: shared trigrams over all trigrams, as Postgres' pg_trgm counts them (words of letters and
 * digits, lower case, two blanks before each and one after). Here and not in the database, so that it needs no extension
 * and anybody can compute it again.
 */
export function similarity(one: string, other: string): number {
  return likenessOf(trigramsOf(one), trigramsOf(other));
}

/** The same for texts whose trigrams are at hand. */
export function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const trigram of one) if (other.has(trigram)) shared += 1;
  return shared === 0 ? 0 : shared / (one.size + other.size - shared);
}

/** Likeness of the words to the closest caption. Without a word there is nothing that is the person's own, so it is 1. */
export function similarityToCaptions(words: string, captions: readonly string[]): number {
  if (trigramsOf(words).size === 0) return 1;
  return Math.max(0, ...captions.map((caption) => similarity(words, caption)));
}

/** From here on a text is too much like a caption to be called own words. */
export const ownWordsLimit = 0.7;

export function trigramsOf(text: string): Set<string> {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const trigrams = new Set<string>();
  for (const word of words) {
    const letters = [" ", " ", ...word, " "];
    for (let start = 0; start + 3 <= letters.length; start++)
      trigrams.add(letters.slice(start, start + 3).join(""));
  }
  return trigrams;
}
