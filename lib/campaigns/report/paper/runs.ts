import type { Part } from "./fonts.ts";

export type Run = { part: Part; text: string };

/** Which letters each file of a face has. */
export type Letters = Record<Part, ReadonlySet<number>>;

/** What the fonts cannot set, by what it is called in its place. */
const scripts: [RegExp, string][] = [
  [/[\p{Extended_Pictographic}\p{Regional_Indicator}]/u, "emoji"],
  [/\p{Script=Arabic}/u, "Arabic"],
  [/\p{Script=Hebrew}/u, "Hebrew"],
  [/\p{Script=Cyrillic}/u, "Cyrillic"],
  [/\p{Script=Greek}/u, "Greek"],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u, "Chinese or Japanese"],
  [/\p{Script=Hangul}/u, "Korean"],
  [/\p{Script=Devanagari}/u, "Devanagari"],
  [/\p{Script=Thai}/u, "Thai"],
];

/** Joiners, variation selectors and marks that stand for nothing by themselves. */
const silent = /\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier}/u;

/**
 * A text as the fonts can set it: in runs of one file each, and in place of letters that no file has their script in brackets:
 * "[Arabic]". Never a box that says nothing.
 */
export function toRuns(text: string, letters: Letters): { runs: Run[]; isWhole: boolean } {
  let isWhole = true;
  const runs: Run[] = [];
  const add = (part: Part, piece: string) => {
    const last = runs.at(-1);
    if (last?.part === part) last.text += piece;
    else runs.push({ part, text: piece });
  };
  let missing = "";
  for (const letter of text.normalize("NFC")) {
    if (silent.test(letter)) continue;
    const part = partOf(letter, letters);
    if (part) {
      // A blank belongs to what stands around it.
      if (letter.trim()) missing = "";
      add(part, letter);
      continue;
    }
    isWhole = false;
    const name = scripts.find(([pattern]) => pattern.test(letter))?.[1] ?? "sign";
    if (name === missing) continue;
    missing = name;
    for (const piece of `[${name}]`) add("latin", piece);
  }
  for (const run of runs) run.text = run.text.replace(/ {2,}/g, " ");
  return { runs, isWhole };
}

function partOf(letter: string, letters: Letters): Part | null {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x20 || letters.latin.has(code)) return "latin";
  return letters["latin-ext"].has(code) ? "latin-ext" : null;
}
