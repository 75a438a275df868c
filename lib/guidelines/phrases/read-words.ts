import { asItLooks, type Sign, signOf } from "./sign.ts";

export type WordReader = {
  /** A word; in scripts without spaces, one letter of a run. */
  onWord: (word: string, start: number, end: number, isRun: boolean) => void;
  /** A character that stands between words. */
  onSymbol: (symbol: string, start: number, end: number) => void;
  onSpace: () => void;
  /** Whether to go on. */
  goesOn: () => boolean;
};

/** Stands between the words of two sentences, so that no phrase reaches over. */
export const sentenceEnd = "\n";

/**
 * Reads a text word by word, folded, each with its place in the text as it was written. One pass, whatever the text is. Of a
 * word longer than `longest` only the beginning is read: no phrase has it.
 */
export function readWords(text: string, longest: number, reader: WordReader): void {
  let word = "";
  let letters = 0;
  let start = 0;
  let end = 0;
  let isRun = false;
  let mayEnd = false;
  let lines = 0;

  const flush = () => {
    if (word === "") return;
    reader.onWord(letters === 3 ? asItLooks(word) : word, start, end, isRun);
    word = "";
    letters = 0;
  };
  const close = () => {
    reader.onWord(sentenceEnd, end, end, false);
    mayEnd = false;
    lines = 0;
  };
  const begin = (sign: Sign, at: number, next: number) => {
    mayEnd = false;
    lines = 0;
    if (word === "") start = at;
    isRun = sign.kind === "run";
    if (word.length <= longest) word += sign.text;
    letters |= sign.letters;
    end = next;
  };

  for (let at = 0; at < text.length && reader.goesOn(); ) {
    const codePoint = text.codePointAt(at) ?? 0;
    const next = at + (codePoint > 0xffff ? 2 : 1);
    const sign = signOf(codePoint);
    if (sign.kind === "word") {
      if (isRun) flush();
      begin(sign, at, next);
    } else if (sign.kind === "run") {
      flush();
      begin(sign, at, next);
    } else if (sign.kind === "mark") {
      if (word !== "" && word.length <= longest) word += sign.text;
      end = next;
    } else if (codePoint === shortMark && word.endsWith("и")) {
      word = `${word.slice(0, -1)}й`;
      end = next;
    } else if (isInNumber(text, at, codePoint) && word !== "") {
      if (word.length <= longest) word += sign.text;
    } else if (sign.kind === "symbol") {
      flush();
      reader.onSymbol(sign.text, at, next);
      if (codePoint === ideographicStop) close();
      else if (enders.has(codePoint)) mayEnd = true;
    } else if (sign.kind === "space") {
      flush();
      reader.onSpace();
      if (codePoint === 0x0a) lines += 1;
      if (mayEnd || lines > 1) close();
    }
    at = next;
  }
  flush();
}

/** и with this is й. */
const shortMark = 0x306;
const ideographicStop = 0x3002;
const enders = new Set([..."."].concat([..."!?…؟۔।"]).map((mark) => mark.codePointAt(0)));

/** The point or comma of 2.5 and 10,000. */
function isInNumber(text: string, at: number, codePoint: number): boolean {
  if (codePoint !== 0x2e && codePoint !== 0x2c) return false;
  return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
