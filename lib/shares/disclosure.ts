/** Whether the text says the disclosure, as words of their own: `#AcmeEmployees` does not say `#AcmeEmployee`. */
export function saysDisclosure(text: string, disclosure: string): boolean {
  return disclosure.trim() === "" || tokenOf(disclosure).test(text);
}

/** The text with the organization's disclosure, added at the end unless the person has written it already. */
export function withDisclosure(words: string, disclosure: string): string {
  const text = words.trim();
  if (saysDisclosure(text, disclosure)) return text;
  return text ? `${text}\n\n${disclosure.trim()}` : disclosure.trim();
}

/** The person's own words: the text with every mention of the disclosure taken out. */
export function withoutDisclosure(text: string, disclosure: string): string {
  if (disclosure.trim() === "") return text.trim();
  return text.replace(tokenOf(disclosure, "g"), "").trim();
}

/** Letters of either case and any white space between the words of a longer disclosure are the same. */
function tokenOf(disclosure: string, flags = ""): RegExp {
  const words = disclosure.normalize("NFC").trim().split(/\s+/).map(escapePattern);
  const body = words.join("\\s+");
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_#@])${body}(?![\\p{L}\\p{M}\\p{N}_])`, `iu${flags}`);
}

const escapePattern = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
