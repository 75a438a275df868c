const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** As Mastodon counts: an address is 23, of `@person@server` the first half, and the content warning counts too. */
export function countedLength(text: string, spoilerText: string, charactersPerUrl: number): number {
  const counted = text
    .replace(/https?:\/\/[^\s<>"]+/g, "x".repeat(charactersPerUrl))
    .replace(/(^|[^\w/])@(\w+)@[\w.-]+\w/g, "$1@$2");
  return [...graphemes.segment(spoilerText + counted)].length;
}
