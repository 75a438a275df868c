import fc from "fast-check";
import { expect, test } from "vitest";
import { phraseFinder } from "./find-phrases.ts";

const saidIn = (text: string, ...phrases: string[]): string[] =>
  phraseFinder(phrases)(text).map(({ start, end }) => text.slice(start, end));

test.each([
  { name: "a word", phrase: "guaranteed", text: "It is guaranteed.", said: ["guaranteed"] },
  { name: "a word in capitals", phrase: "guaranteed", text: "GUARANTEED!", said: ["GUARANTEED"] },
  { name: "no part of a word", phrase: "sure", text: "measures ensure, surely", said: [] },
  { name: "no inflection", phrase: "guarantee", text: "guarantees guaranteed", said: [] },
  { name: "several words over any space", phrase: "risk free", text: "risk \n free", said: ["risk \n free"] },
  { name: "words that a hyphen joins", phrase: "risk free", text: "a risk-free year", said: ["risk-free"] },
  { name: "a phrase with a hyphen", phrase: "risk-free", text: "risk free", said: ["risk free"] },
  { name: "no phrase over two sentences", phrase: "risk free", text: "No risk. Free beer.", said: [] },
  { name: "no phrase over two paragraphs", phrase: "risk free", text: "risk\n\nfree", said: [] },
  {
    name: "a phrase of two sentences",
    phrase: "No risk. Ever",
    text: "no risk. ever",
    said: ["no risk. ever"],
  },
  { name: "each time it is said", phrase: "win", text: "win, Win", said: ["win", "Win"] },
  {
    name: "an accent that was left out",
    phrase: "garanti à vie",
    text: "Garanti a vie",
    said: ["Garanti a vie"],
  },
  { name: "an accent that was put in", phrase: "guaranteed", text: "guárànteed", said: ["guárànteed"] },
  { name: "letters composed otherwise", phrase: "caf\u00e9", text: "(cafe\u0301)", said: ["cafe"] },
  { name: "after an elision", phrase: "argent", text: "l’argent facile", said: ["argent"] },
  { name: "wide letters", phrase: "sure", text: "Ｓｕｒｅ", said: ["Ｓｕｒｅ"] },
  { name: "bold letters of mathematics", phrase: "sure", text: "𝐒𝐮𝐫𝐞 thing", said: ["𝐒𝐮𝐫𝐞"] },
  { name: "letters in circles", phrase: "sure", text: "ⓢⓤⓡⓔ", said: ["ⓢⓤⓡⓔ"] },
  {
    name: "a word with zero-width spaces in it",
    phrase: "sure",
    text: "s\u200bu\u200dr\u2060e",
    said: ["s\u200bu\u200dr\u2060e"],
  },
  {
    name: "a word with a soft hyphen in it",
    phrase: "guaranteed",
    text: "guaran\u00adteed",
    said: ["guaran\u00adteed"],
  },
  {
    name: "a word under a heap of marks",
    phrase: "sure",
    text: "s\u0336u\u0336\u0301r\u0336e\u0336",
    said: ["s\u0336u\u0336\u0301r\u0336e"],
  },
  { name: "letters that look alike", phrase: "sure cope", text: "surе соpe", said: ["surе соpe"] },
  { name: "no Russian word for its looks", phrase: "cop", text: "сор", said: [] },
  { name: "ß as ss", phrase: "groß", text: "GROSS, GROẞ", said: ["GROSS", "GROẞ"] },
  { name: "the Turkish dotted capital", phrase: "istanbul", text: "İSTANBUL", said: ["İSTANBUL"] },
  { name: "the Turkish dotless letter", phrase: "KIZIL", text: "kızıl", said: ["kızıl"] },
  { name: "a final sigma", phrase: "ΛΟΓΟΣ", text: "ο λόγος", said: ["λόγος"] },
  { name: "a ligature", phrase: "fix", text: "ﬁx it", said: ["ﬁx"] },
  { name: "ё written as е", phrase: "надёжно", text: "НАДЕЖНО", said: ["НАДЕЖНО"] },
  { name: "й and и apart", phrase: "мой", text: "мои", said: [] },
  { name: "й that was composed otherwise", phrase: "мой", text: "мои\u0306 дом", said: ["мои\u0306"] },
  { name: "Arabic without its vowel signs", phrase: "مضمون", text: "هذا مَضمُونٌ تماماً", said: ["مَضمُون"] },
  { name: "Arabic drawn out", phrase: "مضمون", text: "مضـــمون", said: ["مضـــمون"] },
  { name: "no part of an Arabic word", phrase: "مضمون", text: "المضمون", said: [] },
  { name: "Hebrew without its points", phrase: "שלום", text: "שָׁלוֹם לכם", said: ["שָׁלוֹם"] },
  { name: "no part of a Hebrew word", phrase: "שלום", text: "בשלום", said: [] },
  { name: "Persian with its joiner left out", phrase: "می\u200cشود", text: "میشود", said: ["میشود"] },
  { name: "Hindi", phrase: "गारंटी", text: "पूरी गारंटी है", said: ["गारंटी"] },
  { name: "no other Hindi word", phrase: "कल", text: "काल कुल", said: [] },
  { name: "a Thai word", phrase: "รับประกัน", text: "เรารับประกันผลตอบแทน", said: ["รับประกัน"] },
  { name: "no part of a Thai word", phrase: "ตา", text: "ตาราง", said: [] },
  { name: "a Chinese word", phrase: "保证", text: "我们保证收益。", said: ["保证"] },
  { name: "a Chinese phrase", phrase: "保证收益", text: "我们保证收益。", said: ["保证收益"] },
  { name: "Kyoto", phrase: "京都", text: "京都に行く", said: ["京都"] },
  { name: "no Kyoto in Tokyo", phrase: "京都", text: "東京都に行く", said: [] },
  { name: "narrow Japanese letters", phrase: "ガイド", text: "ｶﾞｲﾄﾞ", said: ["ｶﾞｲﾄﾞ"] },
  { name: "no Japanese letter without its mark", phrase: "ガイド", text: "カイト", said: [] },
  {
    name: "Korean composed otherwise",
    phrase: "보장",
    text: "보장".normalize("NFD"),
    said: ["보장".normalize("NFD")],
  },
  { name: "Latin beside Chinese", phrase: "AI", text: "用AI写作", said: ["AI"] },
  { name: "a hashtag with its sign", phrase: "#ad", text: "an ad, an #ad, a #adventure", said: ["ad"] },
  {
    name: "a word with a sign after it",
    phrase: "100%",
    text: "100 times, 100% sure, 100 %",
    said: ["100", "100"],
  },
  { name: "a word of signs", phrase: "C++", text: "C, C+ and C++", said: ["C"] },
  { name: "no part of a number", phrase: "5", text: "2.5 and 5,000 and 50", said: [] },
  { name: "a number at a sentence's end", phrase: "5", text: "It is 5. Yes.", said: ["5"] },
  { name: "only signs", phrase: "!!!", text: "Wow!!! Wow!!", said: ["!!!"] },
  { name: "a picture", phrase: "🚀", text: "To the moon 🚀🚀", said: ["🚀", "🚀"] },
  { name: "a picture in another skin", phrase: "👍", text: "👍🏽", said: ["👍"] },
  { name: "no part of a joined picture", phrase: "👩", text: "👩‍💻", said: [] },
  { name: "no half flags", phrase: "🇪🇨", text: "🇩🇪🇨🇭", said: [] },
  { name: "nothing where nothing is looked for", phrase: " \u200b ", text: "Anything at all", said: [] },
  { name: "a half character", phrase: "sure", text: "\ud800sure\udc00", said: ["sure"] },
])("finds $name", ({ phrase, text, said }) => expect(saidIn(text, phrase)).toEqual(said));

test("of many phrases, each is found where it stands, overlapping or not", () => {
  const phrases = Array.from({ length: 1_000 }, (_, index) => `word${index} of ${index}`);
  expect(saidIn("Say word7 of 7 of word999 of 999 of 9990", ...phrases)).toEqual([
    "word7 of 7",
    "word999 of 999",
  ]);
  expect(saidIn("a b c d", "a b c d", "b c", "c", "c d")).toEqual(["b c", "c", "a b c d", "c d"]);
});

const blocked = [
  "guaranteed",
  "ganz sicher",
  "надёжно",
  "مضمون",
  "שלום",
  "गारंटी",
  "εγγύηση",
  "보장",
  "保证",
  "รับประกัน",
  "100%",
];
const spacing = fc.constantFrom(" ", "\n", ", ", " – ", " (", "… ", " \u200b", "“", "。", "\t");

test("words around a phrase never hide it, in any script", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...blocked),
      ...([fc.string({ unit: "grapheme" }), spacing, spacing, fc.string({ unit: "grapheme" })] as const),
      (phrase, before, left, right, after) =>
        saidIn(`${before}${left}${phrase}${right}${after}`, phrase).length > 0,
    ),
  );
});

test("a phrase inside a longer word never matches", () => {
  const letters = fc.stringMatching(/^[a-zäßéñ]{1,8}$/);
  fc.assert(
    fc.property(fc.constantFrom("sure", "win", "gratis"), letters, letters, (phrase, before, after) => {
      const longer = [`${before}${phrase}`, `${phrase}${after}`, `${before}${phrase}${after}`];
      return longer.every((word) => saidIn(word, phrase).length === 0);
    }),
  );
});

test("every place is a part of the text, whatever was written", () => {
  const any = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 20 }), any, (phrases, text) => {
      for (const { start, end } of phraseFinder(phrases)(text)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

test.each([
  { megabytes: 10, name: "words", unit: "the quick brown fox gua ranteed " },
  { megabytes: 1, name: "one letter", unit: "a" },
  { megabytes: 10, name: "the beginning of every phrase, over and over", unit: "aa aa aa aa " },
  { megabytes: 1, name: "spaces", unit: " " },
  { megabytes: 1, name: "marks on one letter", unit: "\u0301" },
  { megabytes: 1, name: "Chinese that holds a phrase in other words", unit: "東京都" },
  { megabytes: 1, name: "signs", unit: "!-!" },
])("$megabytes megabytes of $name take a moment, against 2,000 phrases", ({ unit, megabytes }) => {
  const phrases = [
    "京都",
    "!!!",
    ...Array.from({ length: 1_998 }, (_, index) => `${"aa ".repeat(1 + (index % 40))}b${index}`),
  ];
  const find = phraseFinder(phrases);
  const text = unit.repeat((megabytes * 1_000_000) / unit.length);
  const started = performance.now();
  expect(find(text)).toEqual([]);
  const ms = performance.now() - started;
  expect(ms).toBeLessThan(15_000);
});
