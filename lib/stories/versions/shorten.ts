import type { TextPart } from "./diff-text.ts";

/** What is left of unchanged text: some words beside each change. */
const kept = 120;
const looked = 300;

export type ShownPart = TextPart | { is: "left_out"; characters: number };

const words = new Intl.Segmenter("und", { granularity: "word" });

/** Leaves out what did not change but for the words around each change, so that a change in a long text is found. */
export function shorten(parts: readonly TextPart[]): ShownPart[] {
  return parts.flatMap((part, index): ShownPart[] => {
    if (part.is !== "same" || part.text.length < 2 * looked) return [part];
    const head = index === 0 ? "" : firstWords(part.text);
    const tail = index === parts.length - 1 ? "" : lastWords(part.text);
    const characters = part.text.length - head.length - tail.length;
    const same = (text: string): ShownPart[] => (text ? [{ is: "same", text }] : []);
    return [...same(head), { is: "left_out", characters }, ...same(tail)];
  });
}

/** The last token that was looked at may have been cut in the middle, so it is never kept. */
function firstWords(text: string): string {
  return takeWords(wordsOf(text.slice(0, looked)).slice(0, -1)).join("");
}

function lastWords(text: string): string {
  const backwards = wordsOf(text.slice(-looked)).slice(1).reverse();
  return takeWords(backwards).reverse().join("");
}

function takeWords(tokens: string[]): string[] {
  let length = 0;
  return tokens.filter((token) => {
    const fits = length < kept;
    length += token.length;
    return fits;
  });
}

const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);
