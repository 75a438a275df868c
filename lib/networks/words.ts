import { postedText } from "./posted-text.ts";

/** A member's words without anything empty around them. */
export const cleanWords = (text: string): string => postedText(text).trim();

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
