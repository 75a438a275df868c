import fc from "fast-check";
import { expect, test } from "vitest";
import { ownWordsLimit, similarity, similarityToCaptions } from "./similarity.ts";

test.each([
  // `select similarity('word', 'two words')` in Postgres says 0.36363637.
  { name: "as pg_trgm has it", one: "word", other: "two words", value: 4 / 11 },
  { name: "the same", one: "A factory that runs on rain", other: "a FACTORY that runs on rain!", value: 1 },
  { name: "nothing shared", one: "rain", other: "coffee", value: 0 },
  { name: "Cyrillic", one: "Завод на дожде", other: "завод на дожде", value: 1 },
  { name: "Greek in two cases", one: "ΒΡΟΧΗ", other: "βροχη", value: 1 },
  { name: "Japanese without blanks", one: "雨で動く工場", other: "雨で動く工場です", value: 6 / 10 },
  { name: "Arabic", one: "مصنع يعمل بالمطر", other: "مصنع يعمل بالمطر", value: 1 },
  { name: "composed or not", one: "Cafe\u0301", other: "Café", value: 1 },
  { name: "Devanagari vowel signs are letters", one: "बारिश", other: "बरश", value: 1 / 9 },
  { name: "letters beyond the first plane", one: "𝒓𝒂𝒊𝒏", other: "rain", value: 1 },
  { name: "only marks", one: "👋!", other: "👋!", value: 0 },
])("$name: $value", ({ one, other, value }) => expect(similarity(one, other)).toBeCloseTo(value, 5));

test("the closest caption decides", () => {
  const captions = ["Coffee for all", "A factory that runs on rain"];
  expect(similarityToCaptions("A factory that runs on rain.", captions)).toBe(1);
  expect(similarityToCaptions("I spent a day where water does the work", captions)).toBeLessThan(
    ownWordsLimit,
  );
});

test("without captions any word is one's own, without words none is", () => {
  expect(similarityToCaptions("Rain", [])).toBe(0);
  expect(similarityToCaptions(" 👋 ", [])).toBe(1);
});

test("likeness is between 0 and 1, the same both ways, and 1 with oneself", () => {
  const anyText = fc.string({ unit: "grapheme", maxLength: 60 });
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const value = similarity(one, other);
      expect(value).toBe(similarity(other, one));
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(similarity(`${one} word`, `${one} word`)).toBe(1);
    }),
  );
});
