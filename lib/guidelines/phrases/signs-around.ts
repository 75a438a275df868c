import type { Place } from "../guideline.ts";
import { signOf } from "./sign.ts";

/** Whether the signs that the phrase has at its edges stand there in the text. */
export const standsBetween = (
  text: string,
  place: Place,
  { before, after }: { before: string[]; after: string[] },
): boolean =>
  (before.length === 0 || meets(signsBackFrom(text, place.start), before.toReversed())) &&
  (after.length === 0 || meets(signsFrom(text, place.end), after));

function meets(signs: Iterable<string>, wanted: readonly string[]): boolean {
  let count = 0;
  for (const sign of signs) {
    if (sign !== wanted[count]) return false;
    count += 1;
    if (count === wanted.length) return true;
  }
  return false;
}

/** How many spaces and unseen characters are looked past. */
const patience = 16;

function* signsFrom(text: string, from: number): Generator<string> {
  let skipped = 0;
  for (let at = from; at < text.length && skipped < patience; ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const { kind, text: sign } = signOf(codePoint);
    if (kind === "symbol") yield sign;
    else if (kind === "space" || kind === "nothing") skipped += 1;
    else return;
    at += codePoint > 0xffff ? 2 : 1;
  }
}

function* signsBackFrom(text: string, from: number): Generator<string> {
  let skipped = 0;
  for (let at = from - 1; at >= 0 && skipped < patience; at -= 1) {
    const isSecondHalf = (text.charCodeAt(at) & 0xfc00) === 0xdc00 && at > 0;
    if (isSecondHalf) at -= 1;
    const { kind, text: sign } = signOf(text.codePointAt(at) ?? 0);
    if (kind === "symbol") yield sign;
    else if (kind === "space" || kind === "nothing") skipped += 1;
    else return;
  }
}

/** A part of a joined picture (a woman at a computer), or half of a flag, is another sign. */
export function isInsideEmoji(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start - 1) === 0x200d || /^\ufe0f?\u200d/.test(text.slice(end, end + 2))) return true;
  const flagLetters = /[\u{1f1e6}-\u{1f1ff}]*$/u.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? "";
  const isFlag = /^[\u{1f1e6}-\u{1f1ff}]/u.test(text.slice(start, end));
  return isFlag && (flagLetters.length / 2) % 2 === 1;
}
