/** How much of a text is divided at once, and how much around it is read along, so that no word is cut. */
const stretch = 4_000;
const context = 200;

/** Asks where words begin and end in scripts that put no space between them. What was asked is remembered. */
export function wordEdges(text: string): (at: number) => boolean {
  const segmenter =
    typeof Intl.Segmenter === "function" ? new Intl.Segmenter("und", { granularity: "word" }) : null;
  // Where the browser cannot divide, every place is an edge: rather found once too often than hidden.
  if (!segmenter) return () => true;
  const stretches = new Map<number, Set<number>>();

  const edgesOf = (part: number): Set<number> => {
    const known = stretches.get(part);
    if (known) return known;
    const from = Math.max(0, part * stretch - context);
    const piece = text.slice(from, (part + 1) * stretch + context);
    const found = new Set(divide(segmenter, piece, from));
    stretches.set(part, found);
    return found;
  };
  return (at) => at <= 0 || at >= text.length || edgesOf(Math.floor(at / stretch)).has(at);
}

const divide = (segmenter: Intl.Segmenter, text: string, from: number): number[] =>
  Array.from(segmenter.segment(text), ({ index }) => from + index);
