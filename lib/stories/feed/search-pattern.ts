const mostWords = 8;

/** An ILIKE pattern for each word of a search; `%`, `_` and `\` mean themselves. */
export function searchPatterns(search: string): string[] {
  const words = search.normalize("NFC").split(/\s+/).filter(Boolean);
  return words.slice(0, mostWords).map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}
