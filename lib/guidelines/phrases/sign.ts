/** What a character is worth when words are compared: its folded letters, and what it does between words. */
export type Sign = {
  /**
   * `word`: of a script that puts spaces between words. `run`: of one that does not. `mark`: belongs to the letter before it.
   * `nothing`: cannot be seen, or is a mark that makes no other word.
   */
  kind: "word" | "run" | "mark" | "symbol" | "space" | "nothing";
  text: string;
  /** Which letters stand in it, for words that mix look-alikes: 1 Latin, 2 Cyrillic or Greek. */
  letters: 0 | 1 | 2;
};

const known: (Sign | undefined)[] = [];
const knownBeyond = new Map<number, Sign>();

/** Letters of either case, of any width and style, with and without accents, are the same; so are ß and ss, and every i. */
export function signOf(codePoint: number): Sign {
  if (codePoint > 0xffff) return remembered(codePoint);
  const sign = known[codePoint] ?? readSign(codePoint);
  known[codePoint] = sign;
  return sign;
}

function remembered(codePoint: number): Sign {
  const sign = knownBeyond.get(codePoint) ?? readSign(codePoint);
  if (knownBeyond.size > 20_000) knownBeyond.clear();
  knownBeyond.set(codePoint, sign);
  return sign;
}

/** Accents, Hebrew points and Arabic vowel signs. Marks that make another letter (Japanese, Indic, Thai) are kept. */
const accents =
  /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/gu;
const unseen = /^[\p{Default_Ignorable_Code_Point}\p{Cf}\u0640]$/u;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

const nothing: Sign = { kind: "nothing", text: "", letters: 0 };

function readSign(codePoint: number): Sign {
  const character = String.fromCodePoint(codePoint);
  if (/^\p{White_Space}$/u.test(character)) return { kind: "space", text: character, letters: 0 };
  if (unseen.test(character) || /^[\p{Cc}\p{Cs}]$/u.test(character)) return nothing;
  const folded = foldLetters(character);
  const word = folded.replace(/[^\p{L}\p{M}\p{N}]/gu, "");
  if (/[\p{L}\p{N}]/u.test(word))
    return { kind: unspaced.test(word) ? "run" : "word", text: word, letters: lettersIn(word) };
  if (word !== "") return { kind: "mark", text: word, letters: 0 };
  const symbol = folded.trim();
  return symbol === "" ? nothing : { kind: "symbol", text: symbol, letters: 0 };
}

function foldLetters(character: string): string {
  // A letter of its own, for all that it is written as и with a mark.
  if (character === "й" || character === "Й") return "й";
  // Up and down again, so that ß, ſ, ς and the dotless i meet their capitals.
  const one = character.normalize("NFKD").toLowerCase().toUpperCase().toLowerCase();
  return one.normalize("NFKD").replace(accents, "");
}

const lettersIn = (word: string): Sign["letters"] =>
  /[a-z]/.test(word) ? 1 : /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word) ? 2 : 0;

const likeLatin: Record<string, string> = {
  ...{ а: "a", в: "b", е: "e", к: "k", м: "m", н: "h", о: "o", р: "p", с: "c", т: "t", у: "y", х: "x" },
  ...{ і: "i", ј: "j", ѕ: "s", ԁ: "d", ԛ: "q", ԝ: "w", һ: "h", ӏ: "l" },
  ...{ α: "a", ε: "e", ι: "i", κ: "k", ν: "v", ο: "o", ρ: "p", τ: "t", υ: "u", χ: "x", γ: "y" },
};

/** A Latin word that was written with some Cyrillic or Greek letters, as it looks. */
export const asItLooks = (word: string): string =>
  [...word].map((letter) => likeLatin[letter] ?? letter).join("");
