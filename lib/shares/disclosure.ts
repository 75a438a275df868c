import { findRequired, patternOf } from "#lib/guidelines/required-text.ts";

/** Whether the text says the disclosure, as words of their own: `#AcmeEmployees` does not say `#AcmeEmployee`. */
export const saysDisclosure = (text: string, disclosure: string): boolean =>
  disclosure.trim() === "" || findRequired(text, disclosure, "any case", 1).length > 0;

/** The text with the organization's disclosure, added at the end unless the person has written it already. */
export function withDisclosure(words: string, disclosure: string): string {
  const text = words.trim();
  if (saysDisclosure(text, disclosure)) return text;
  return text ? `${text}\n\n${disclosure.trim()}` : disclosure.trim();
}

/** The person's own words: the text with every mention of the disclosure taken out. */
export const withoutDisclosure = (text: string, disclosure: string): string =>
  disclosure.trim() === "" ? text.trim() : text.replace(patternOf(disclosure), "").trim();
