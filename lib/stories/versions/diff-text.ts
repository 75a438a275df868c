import { diffArrays } from "diff";

/** A stretch of text that both have, or that only the older or the newer one has. */
export type TextPart = { is: "same" | "removed" | "added"; text: string };

/** Beyond this many changes the words of two texts have little to do with each other, and comparing them takes seconds. */
const mostEdits = 800;

const words = new Intl.Segmenter("und", { granularity: "word" });

/**
 * What makes one text of the other, by words as Unicode tells them apart: no emoji and no letter of any script is cut. Two
 * texts that differ in nearly everything are compared by paragraphs, and as wholes when even those are too many.
 */
export function diffText(before: string, after: string): TextPart[] {
  if (before === after) return after ? [{ is: "same", text: after }] : [];
  return (
    diffTokens(wordsOf(before), wordsOf(after)) ??
    diffTokens(linesOf(before), linesOf(after)) ??
    wholes(before, after)
  );
}

function diffTokens(before: string[], after: string[]): TextPart[] | undefined {
  const changes = diffArrays(before, after, { maxEditLength: mostEdits });
  return changes?.map(({ added, removed, value }) => ({
    is: added ? "added" : removed ? "removed" : "same",
    text: value.join(""),
  }));
}

const wordsOf = (text: string): string[] => Array.from(words.segment(text), ({ segment }) => segment);

const linesOf = (text: string): string[] => text.split(/(?<=\n)/);

const wholes = (before: string, after: string): TextPart[] =>
  [{ is: "removed", text: before } as const, { is: "added", text: after } as const].filter(
    ({ text }) => text !== "",
  );
