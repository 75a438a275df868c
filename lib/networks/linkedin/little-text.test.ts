import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeLittleText, littleSegments, toLittleText } from "./little-text.ts";

const words = "We're hiring (Berlin)! 50% remote_first *now* – see [docs] <here> #jobs @Acme a\\b ~ {x|y}";
const literal =
  "We're hiring \\(Berlin\\)! 50% remote\\_first \\*now\\* – see \\[docs\\] \\<here\\> \\#jobs \\@Acme a\\\\b \\~ \\{x\\|y\\}";

test("every reserved character is meant literally", () => expect(escapeLittleText(words)).toBe(literal));

test("a hashtag becomes one, and the rest stays literal", () =>
  expect(toLittleText(words)).toBe(literal.replace("\\#jobs", "{hashtag|\\#|jobs}")));

test.each([
  { name: "an underscore in a hashtag is escaped", text: "#AI_x", little: "{hashtag|\\#|AI\\_x}" },
  { name: "any script is a word", text: "#Größe #仕事", little: "{hashtag|\\#|Größe} {hashtag|\\#|仕事}" },
  { name: "a number alone is none", text: "We are #1", little: "We are \\#1" },
  { name: "a sign within a word is none", text: "C#net", little: "C\\#net" },
  { name: "an HTML character is none", text: "&#x27;", little: "&\\#x27;" },
  {
    name: "punctuation ends it",
    text: "(#jobs, #now.)",
    little: "\\({hashtag|\\#|jobs}, {hashtag|\\#|now}.\\)",
  },
  {
    name: "a typed mention stays what was typed",
    text: "@[Acme](urn:li:organization:1)",
    little: "\\@\\[Acme\\]\\(urn:li:organization:1\\)",
  },
  {
    name: "a typed template stays what was typed",
    text: "{hashtag|\\#|x}",
    little: "\\{hashtag\\|\\\\\\#\\|x\\}",
  },
  {
    name: "our short link stays as it is",
    text: "See https://go.acme-news.example:8080/s/4fGhA1B2c3D4.",
    little: "See https://go.acme-news.example:8080/s/4fGhA1B2c3D4.",
  },
  {
    name: "the part after # of another address is no hashtag",
    text: "https://acme.test/a_b/#jobs",
    little: "https://acme.test/a\\_b/\\#jobs",
  },
  { name: "line breaks are plain, and none are at the end", text: "a\r\nb\rc\n", little: "a\nb\nc" },
  { name: "half an emoji does not leave", text: "\uD83D!", little: "\uFFFD!" },
])("$name", ({ text, little }) => expect(toLittleText(text)).toBe(little));

test("the pieces that readers see are the words, whatever they are", () => {
  const anyText = fc.string({ unit: fc.oneof(fc.constantFrom(..."|{}@[]()<>#\\*_~ a1ß/:."), fc.string()) });
  fc.assert(
    fc.property(anyText, (text) => {
      const shown = littleSegments(text)
        .map((segment) => segment.text)
        .join("");
      expect(shown).toBe(
        littleSegments(shown)
          .map((segment) => segment.text)
          .join(""),
      );
      expect(readBack(toLittleText(text))).toBe(shown);
    }),
  );
});

/** Templates and backslashes taken away; a reserved character that stands for itself would stay visible as `✂`. */
const readBack = (little: string): string =>
  little.replace(
    /\{hashtag\|\\#\|((?:\\.|[^\\{}|])+)\}|\\(.)|([|{}@[\]()<>#\\*_~])/gsu,
    (_, tag?: string, escaped?: string) => (tag ? `#${tag.replace(/\\(.)/gs, "$1")}` : (escaped ?? "✂")),
  );
