import { expect, test } from "vitest";
import { hasUrl, isPostable, shorten } from "./text.ts";

const weight = (text: string): number => {
  for (let max = 0; max <= 400; max++) if (isPostable(text, max)) return max;
  return 0;
};

test.each([
  ["Hi http://test.co", 26],
  ["http://test.co", 23],
  ["https://www.twitter.com/aloha ".repeat(10), 240],
  ["故".repeat(160), 320],
  ["A\u0301B", 2],
  ["H🐱☺👨‍👩‍👧‍👦", 7],
  ["Hello, world! 👋", 16],
  ["example.com", 23],
  ["http://127.0.0.1:3000/s/a1B2", 23],
])("%s weighs %i", (text, expected) => expect(weight(text)).toBe(expected));

test.each(["", "a\uFFFEb", "a\uFEFFb", "a\uFFFFb"])("%j is not posted", (text) =>
  expect(isPostable(text, 280)).toBe(false),
);

test("a domain without http is an address", () => expect(hasUrl("See example.com")).toBe(true));

test("addresses become t.co and are told beside", () => {
  const { text, urls } = shorten("Rain: http://127.0.0.1:3000/s/a1B2, and example.com!");
  expect(text).toMatch(/^Rain: https:\/\/t\.co\/\w{10}, and https:\/\/t\.co\/\w{10}!$/);
  expect(urls).toMatchObject([
    { start: 6, end: 29, expanded_url: "http://127.0.0.1:3000/s/a1B2" },
    { expanded_url: "http://example.com" },
  ]);
});
