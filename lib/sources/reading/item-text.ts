import { decodeHTML } from "entities";

// More than this of a text never reaches a story.
const enough = 20_000;

/** What a person would read of a piece of HTML, in one line. */
export function toPlainText(html: string | undefined): string {
  if (!html) return "";
  const words = html
    .slice(0, enough)
    .replace(/<!--.*?(-->|$)/gs, " ")
    .replace(/<(script|style|template|noscript|svg)\b.*?(<\/\1\s*>|$)/gis, " ")
    // Up to the next "<" only: a text of nothing but those would take minutes.
    .replace(/<\/?[a-z!?][^<>]*>/gi, (tag) => (isInline(tag) ? "" : " "));
  return decodeHTML(words)
    .toWellFormed()
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\u200b\ufeff\ufffe\uffff]/gu, "")
    .trim();
}

/** At most so many letters, ending with a whole word. */
export function cutWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const start = text
    .slice(0, limit - 1)
    .toWellFormed()
    .replace(/\ufffd$/, "");
  const words = start.replace(/\s+\S*$/, "");
  return `${(words.length > limit / 2 ? words : start).replace(/[\s,;:.–—-]+$/, "")}…`;
}

const isInline = (tag: string): boolean =>
  /^<\/?(a|abbr|b|bdi|cite|code|em|font|i|mark|q|s|small|span|strong|sub|sup|u|wbr)\b/i.test(tag);
