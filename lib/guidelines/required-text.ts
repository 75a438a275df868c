import type { Place, RequiredPlace } from "./guideline.ts";

/** Letters of either case are the same, or it is word for word. */
export type Likeness = "any case" | "exact";

/**
 * Where a text says these words as words of their own: `#AcmeEmployees` does not say `#AcmeEmployee`. Any white space between
 * the words of a longer one is the same. Nothing hides in it: what is asked for has to be seen.
 */
export function findRequired(text: string, required: string, likeness: Likeness, most = 100): Place[] {
  if (required.trim() === "") return [];
  const found: Place[] = [];
  for (const match of text.matchAll(patternOf(required, likeness))) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length >= most) break;
  }
  return found;
}

/** Every mention; between two literal words stands nothing but space, so the pattern never tries a way twice. */
export function patternOf(required: string, likeness: Likeness = "any case"): RegExp {
  const words = required.normalize("NFC").trim().split(/\s+/).map(escapePattern);
  const body = words.join("\\s+");
  const flags = likeness === "exact" ? "gu" : "giu";
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}_#@])${body}(?![\\p{L}\\p{M}\\p{N}_])`, flags);
}

const escapePattern = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** Whether what was found stands where it has to; `within` is how many letters stand before the fold, if there is one. */
export function standsAt(text: string, found: Place, place: RequiredPlace, within: number | null): boolean {
  if (place === "start") return text.slice(0, found.start).trim() === "";
  if (place === "end") return text.slice(found.end).trim() === "";
  return place === "anywhere" || within === null || found.end <= within;
}
