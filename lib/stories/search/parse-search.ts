/** A part of what somebody looks for. */
export type Term = {
  text: string;
  /** Where the words end that Postgres finds in its index; everything else is looked for letter by letter. */
  isIndexed: boolean;
  isPhrase: boolean;
  isExcluded: boolean;
  /** Finds what begins with it, too. */
  isPrefix: boolean;
};

const mostTerms = 8;

/**
 * What a search box asks for: words that are all wanted, "words in this order", -without. The last word
 * also finds what begins with it, since it may still be being typed.
 */
export function parseSearch(search: string): Term[] {
  const text = search.normalize("NFC");
  const found = [...text.matchAll(/(-?)"([^"]*)"|(-?)(\S+)/gu)].slice(0, mostTerms);
  return found.flatMap(([whole, phraseSign, phrase, wordSign, word], at) => {
    const isPhrase = phrase !== undefined;
    // A dash alone, and one inside of a word, are letters like others.
    const isExcluded = phraseSign === "-" || (wordSign === "-" && word !== undefined);
    const words = tidy(isPhrase ? phrase : (word ?? whole));
    if (!words) return [];
    return {
      text: words,
      isIndexed: words.split(/\s+/).every(isWord),
      isPhrase,
      isExcluded,
      isPrefix: !isPhrase && !isExcluded && at === found.length - 1,
    };
  });
}

/** An ILIKE pattern for a text anywhere; `%`, `_` and `\` mean themselves. */
export const patternOf = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Scripts that put no space between words: Postgres takes a whole sentence for one word there, and Korean joins particles. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const wordShape = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’-][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*$/u;

const isWord = (text: string): boolean => wordShape.test(text) && !unspaced.test(text);

/** Without the punctuation that clings to a word in a sentence. What is nothing but punctuation stays as it is. */
function tidy(text: string): string {
  const trimmed = text.trim();
  const bare = trimmed.replace(/^[.,;:!?()«»„“”…]+|[.,;:!?()«»„“”…]+$/gu, "");
  return bare.split(/\s+/).every(isWord) ? bare : trimmed;
}
