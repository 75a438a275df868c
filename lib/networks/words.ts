/** The words as they leave for every network: one letter for a line end, no half emoji, nothing empty around them. */
export const cleanWords = (text: string): string => text.toWellFormed().replace(/\r\n?/g, "\n").trim();

/** Where the link stands in the line, after the words. */
export function wordsWithLink(text: string, url: string): string {
  const words = cleanWords(text);
  return words ? `${words} ${url}` : url;
}

/** Where the link has a paragraph of its own. */
export function wordsOverLink(text: string, url: string): string {
  const words = cleanWords(text);
  return words ? `${words}\n\n${url}` : url;
}
