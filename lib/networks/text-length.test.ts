import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { NetworkId } from "./network.ts";
import { countLength, fits, longestPost } from "./text-length.ts";

const conformance = readConformance();

test.each(conformance)("X counts as twitter-text says: $description", ({ text, expected }) => {
  expect(countLength("x", text, false)).toBe(expected.weightedLength);
  expect(fits("x", text, false)).toBe(expected.valid);
});

test.each<{ name: string; network: NetworkId; text: string; hasLink: boolean; length: number }>([
  { name: "our link on X is 23 and a space", network: "x", text: "Read this", hasLink: true, length: 33 },
  { name: "our link alone on X is 23", network: "x", text: "", hasLink: true, length: 23 },
  { name: "a bare domain on X is an address", network: "x", text: "acme.com", hasLink: false, length: 23 },
  { name: "LinkedIn counts UTF-16 units", network: "linkedin", text: "Hi 👋", hasLink: false, length: 5 },
  { name: "the link takes nothing from LinkedIn", network: "linkedin", text: "Hi", hasLink: true, length: 2 },
  { name: "a mail counts encoded letters", network: "email", text: "a é", hasLink: false, length: 10 },
  {
    name: "a line break in a mail is two letters",
    network: "email",
    text: "a\nb",
    hasLink: false,
    length: 8,
  },
])("$name", ({ network, text, hasLink, length }) => {
  expect(countLength(network, text, hasLink)).toBe(length);
});

const family = "👨‍👩‍👧‍👦";
const link = "https://go.acme.test/s/a1B2c3D4e5F";

test.each<{ name: string; network: NetworkId; text: string; hasLink: boolean | string; length: number }>([
  // As X's own library counts them, with what it says of them.
  { name: "an address on X", network: "x", text: "Hi http://test.co", hasLink: false, length: 26 },
  {
    name: "ten addresses",
    network: "x",
    text: "https://www.twitter.com/aloha ".repeat(10),
    hasLink: false,
    length: 240,
  },
  { name: "accents that are composed", network: "x", text: "A\u0301B", hasLink: false, length: 2 },
  { name: "emoji of all kinds", network: "x", text: `H🐱☺${family}`, hasLink: false, length: 7 },
  { name: "a wave", network: "x", text: "Hello, world! 👋", hasLink: false, length: 16 },
  { name: "a family on Bluesky", network: "bluesky", text: family, hasLink: false, length: 1 },
  { name: "accents on Bluesky", network: "bluesky", text: "e\u0301é", hasLink: false, length: 2 },
  {
    name: "too many bytes for Bluesky",
    network: "bluesky",
    text: family.repeat(124),
    hasLink: false,
    length: 310,
  },
  {
    name: "our link on Bluesky, as it is shown",
    network: "bluesky",
    text: "Rain",
    hasLink: link,
    length: 31,
  },
  { name: "our link alone on Bluesky", network: "bluesky", text: " ", hasLink: link, length: 26 },
  {
    name: "our link on Bluesky before it is known",
    network: "bluesky",
    text: "Rain",
    hasLink: true,
    length: 80,
  },
  {
    name: "a long address on Bluesky",
    network: "bluesky",
    text: "https://a.com/stories/2026/11/rain",
    hasLink: false,
    length: 19,
  },
  { name: "our link on Mastodon", network: "mastodon", text: "Rain", hasLink: true, length: 28 },
  {
    name: "addresses on Mastodon",
    network: "mastodon",
    text: "https://a.com/x/y/z/1/2/3/4/5/6/7/8, http://b.de",
    hasLink: false,
    length: 48,
  },
  { name: "a bare domain on Mastodon", network: "mastodon", text: "acme.com", hasLink: false, length: 8 },
  {
    name: "somebody on another server",
    network: "mastodon",
    text: "@bob@a-long-name.example hi",
    hasLink: false,
    length: 7,
  },
  { name: "somebody on the same server", network: "mastodon", text: "@bob hi", hasLink: false, length: 7 },
  {
    name: "an e-mail address on Mastodon",
    network: "mastodon",
    text: "me@acme.com",
    hasLink: false,
    length: 11,
  },
  { name: "a family on Mastodon", network: "mastodon", text: family, hasLink: false, length: 1 },
  { name: "two ends of a line", network: "mastodon", text: "a\r\nb", hasLink: false, length: 3 },
  { name: "Threads with our link", network: "threads", text: "Rain", hasLink: link, length: 39 },
  { name: "WhatsApp with our link", network: "whatsapp", text: "Rain", hasLink: link, length: 40 },
])("$name: $length", ({ network, text, hasLink, length }) => {
  expect(countLength(network, text, hasLink)).toBe(length);
});

test.each([
  { name: "160 signs of Chinese", text: "故".repeat(160), length: 320 },
  { name: "those behind a word", text: `the${"故".repeat(160)}`, length: 323 },
])("X refuses $name", ({ text, length }) => {
  expect(countLength("x", text, false)).toBe(length);
  expect(fits("x", text, false)).toBe(false);
});

test("Bluesky takes 300 letters and 3,000 bytes, and not one more of either", () => {
  expect(fits("bluesky", "é".repeat(300), false)).toBe(true);
  expect(fits("bluesky", "é".repeat(301), false)).toBe(false);
  expect(fits("bluesky", family.repeat(120), false)).toBe(true);
  expect(fits("bluesky", `${family.repeat(120)}a`, false)).toBe(false);
});

test("a Mastodon server's own limits count, and the usual ones where it said none", () => {
  const limits = { maxCharacters: 1000, charactersPerUrl: 30, maxImages: 4, imageBytes: 1 };
  expect(countLength("mastodon", "Rain", true, limits)).toBe(35);
  expect(fits("mastodon", "a".repeat(969), true, limits)).toBe(true);
  expect(fits("mastodon", "a".repeat(970), true, limits)).toBe(false);
  expect(fits("mastodon", "a".repeat(476), true)).toBe(true);
  expect(fits("mastodon", "a".repeat(477), true, null)).toBe(false);
  expect([longestPost("mastodon", limits), longestPost("mastodon"), longestPost("threads")]).toEqual([
    1000, 500, 500,
  ]);
});

test("a text that fits X without our link may not fit with it", () => {
  const text = "a".repeat(257);
  expect(fits("x", text, false)).toBe(true);
  expect(fits("x", text, true)).toBe(false);
  expect(fits("x", "a".repeat(256), true)).toBe(true);
});

test("LinkedIn takes 3,000 and not one more", () => {
  expect(fits("linkedin", "a".repeat(3000), true)).toBe(true);
  expect(fits("linkedin", "a".repeat(3001), true)).toBe(false);
});

test("nothing but a link fits, nothing at all does not", () => {
  expect(fits("linkedin", "", true)).toBe(true);
  expect(fits("linkedin", "", false)).toBe(false);
});

type Case = { description: string; text: string; expected: { weightedLength: number; valid: boolean } };

/** X's own suite where the project's data folder is beside the clone (or above it), our own cases otherwise. */
function readConformance(): Case[] {
  const file = findUpwards("shared/data/x-length-conformance.yml");
  process.stdout.write(`x length: ${file ? "twitter-text's conformance suite" : "our own fixtures"}\n`);
  if (!file) return ownCases;
  const cases = z.array(
    z.object({
      description: z.string(),
      text: z.string(),
      expected: z.object({ weightedLength: z.number(), valid: z.boolean() }),
    }),
  );
  const suite = z.object({ tests: z.object({ WeightedTweetsWithDiscountedEmojiCounterTest: cases }) });
  return suite.parse(parse(readFileSync(file, "utf8"))).tests.WeightedTweetsWithDiscountedEmojiCounterTest;
}

function findUpwards(path: string, folder = import.meta.dirname): string | null {
  const file = join(folder, path);
  if (existsSync(file)) return file;
  return dirname(folder) === folder ? null : findUpwards(path, dirname(folder));
}

const ownCases: Case[] = [
  { description: "plain words", text: "Hello, world", expected: { weightedLength: 12, valid: true } },
  { description: "a wave is two", text: "Hello 👋", expected: { weightedLength: 8, valid: true } },
  { description: "a family is one emoji", text: "👨‍👩‍👧‍👦", expected: { weightedLength: 2, valid: true } },
  {
    description: "Japanese counts double",
    text: "雨で動く工場",
    expected: { weightedLength: 12, valid: true },
  },
  { description: "composed first", text: "Cafe\u0301", expected: { weightedLength: 4, valid: true } },
  {
    description: "an address is 23",
    text: "See https://acme.test.com/a/b?c=d",
    expected: { weightedLength: 27, valid: true },
  },
  { description: "280 is the most", text: "x".repeat(280), expected: { weightedLength: 280, valid: true } },
  { description: "281 is too long", text: "x".repeat(281), expected: { weightedLength: 281, valid: false } },
  { description: "a non-character", text: "ABC\uFFFF", expected: { weightedLength: 5, valid: false } },
];
