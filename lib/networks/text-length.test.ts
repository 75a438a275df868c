import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import type { NetworkId } from "./network.ts";
import { countLength, fits } from "./text-length.ts";

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
