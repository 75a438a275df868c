import { expect, test } from "vitest";
import { findAlike } from "./likeness.ts";

const rain = "A factory that runs on rain, and on nothing else.";
const nearly = "A factory that runs on rain and on nothing else!";
const other = "I spent a day where the water does the work.";

test.each([
  { name: "the same words twice", texts: [rain, rain], pairs: [[0, 1]] },
  { name: "other signs between the same words", texts: [rain, other, nearly], pairs: [[0, 2]] },
  { name: "captions that differ", texts: [rain, other], pairs: [] },
  { name: "captions that are not written yet", texts: ["", ""], pairs: [] },
  {
    name: "three of a kind, each pair once",
    texts: [rain, nearly, rain],
    pairs: [
      [0, 1],
      [0, 2],
      [1, 2],
    ],
  },
])("$name: $pairs", ({ texts, pairs }) => {
  const alike = findAlike(texts.map((text) => ({ network: null, text })));
  expect(alike.map(({ one, other }) => [one, other])).toEqual(pairs);
});

test("captions of two networks never stand beside each other; one for any network stands beside both", () => {
  const both = findAlike([
    { network: "x", text: rain },
    { network: "linkedin", text: rain },
    { network: null, text: rain },
  ]);
  expect(both.map(({ one, other }) => [one, other])).toEqual([
    [0, 2],
    [1, 2],
  ]);
});
