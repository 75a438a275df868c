import { cleanWords } from "../words.ts";

// LinkedIn reads `commentary` as "little text" and cuts it, with a 201, at the first of these that stands for itself:
// https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
const reserved = /[|{}@[\]()<>#\\*_~]/g;

export type LittleSegment = { kind: "text" | "hashtag" | "link"; text: string };

/** Everything meant literally: what readers see is what was given, whatever is in it. */
export const escapeLittleText = (text: string): string => text.replace(reserved, "\\$&");

/**
 * A member's words as LinkedIn wants them. Hashtags become hashtags; all else is literal, so that nobody can type a mention
 * into being. An address is escaped too: unescaped it may cost the rest of the post, escaped at worst its own link. Our short
 * links hold nothing to be escaped.
 */
export const toLittleText = (text: string): string =>
  littleSegments(text)
    .map(({ kind, text }) =>
      kind === "hashtag" ? `{hashtag|\\#|${escapeLittleText(text.slice(1))}}` : escapeLittleText(text),
    )
    .join("");

const word = String.raw`[\p{L}\p{M}\p{N}_]`;
const address = String.raw`https?:\/\/[^\s<>"]*[^\s<>".,;:!?'()\]}]`;
/** A word with a letter in it, and nothing before the sign that would make it part of something else. */
const hashtag = String.raw`(?<![\p{L}\p{M}\p{N}_&#/\\])#(?=${word}*\p{L})${word}+`;
const pieces = new RegExp(`(${address})|(${hashtag})`, "giu");

/** What readers of the post see, piece by piece. */
export function littleSegments(text: string): LittleSegment[] {
  const source = cleanWords(text);
  const segments: LittleSegment[] = [];
  let end = 0;
  for (const { 0: found, 1: link, index } of source.matchAll(pieces)) {
    if (index > end) segments.push({ kind: "text", text: source.slice(end, index) });
    segments.push({ kind: link ? "link" : "hashtag", text: found });
    end = index + found.length;
  }
  if (end < source.length) segments.push({ kind: "text", text: source.slice(end) });
  return segments;
}
