import { performance } from "node:perf_hooks";
import { expect, test } from "vitest";
import { pairCaptions } from "./diff-captions.ts";
import { diffStory } from "./diff-story.ts";
import { diffText } from "./diff-text.ts";
import { versionContent } from "./schemas.ts";
import { shorten } from "./shorten.ts";

test.each([
  {
    name: "a word put in the place of another",
    before: "Two cranes and a dog.",
    after: "Three cranes and a dog.",
    is: "[-Two-][+Three+] cranes and a dog.",
  },
  { name: "a text that was empty", before: "", after: "New.", is: "[+New.+]" },
  { name: "a text that is gone", before: "Old.", after: "", is: "[-Old.-]" },
  { name: "the same", before: "Same.", after: "Same.", is: "Same." },
  { name: "nothing at all", before: "", after: "", is: "" },
  {
    name: "Arabic, word by word",
    before: "الماء دافئ اليوم",
    after: "الماء بارد اليوم",
    is: "الماء [-دافئ-][+بارد+] اليوم",
  },
  {
    name: "a family of emoji, never cut",
    before: "Hi 👩‍👩‍👧!",
    after: "Hi 👩‍👩‍👦!",
    is: "Hi [-👩‍👩‍👧-][+👩‍👩‍👦+]!",
  },
  {
    name: "letters with marks",
    before: "cafe\u0301 au lait",
    after: "cafe\u0301 noir",
    is: "cafe\u0301 [-au lait-][+noir+]",
  },
  { name: "only a line break", before: "One two", after: "One\ntwo", is: "One[- -][+\n+]two" },
])("diffText shows $name", ({ before, after, is }) => {
  expect(written(before, after)).toBe(is);
});

test("two long texts that have nothing in common are told apart quickly, and both are whole", () => {
  const [before, after] = ["a b c. ", "d, e f; "].map((words) => words.repeat(7_000).slice(0, 50_000));
  const begun = performance.now();
  const parts = diffText(before ?? "", after ?? "");
  expect(performance.now() - begun).toBeLessThan(1_500);
  expect(
    parts
      .filter(({ is }) => is !== "added")
      .map(({ text }) => text)
      .join(""),
  ).toBe(before);
  expect(
    parts
      .filter(({ is }) => is !== "removed")
      .map(({ text }) => text)
      .join(""),
  ).toBe(after);
});

test("unchanged stretches are left out but for some words around each change", () => {
  const long = "The river is warm. ".repeat(100);
  const shown = shorten(diffText(`${long}One, ${long}`, `${long}Two, ${long}`));
  expect(shown.map(({ is }) => is)).toEqual(["left_out", "same", "removed", "added", "same", "left_out"]);
  const characters = shown.map((part) => (part.is === "left_out" ? part.characters : part.text.length));
  expect(characters.reduce((sum, each) => sum + each)).toBe(2 * long.length + "One, Two".length);
});

test("a caption is found again by its words, whatever its place, and a new one is new", () => {
  const of = (text: string, network: "x" | null = null) => ({
    text,
    network,
    language: "en",
    weight: 1,
    audienceId: null,
  });
  const pairs = pairCaptions(
    [of("Forty tonnes, one tide, six minutes."), of("Gone for good."), of("It stays.")],
    [of("It stays."), of("Sixty tonnes, one tide, six minutes.", "x"), of("Brand new words here.")],
  );
  expect(pairs.map(({ before, after }) => [before?.text, after?.text])).toEqual([
    ["It stays.", "It stays."],
    ["Forty tonnes, one tide, six minutes.", "Sixty tonnes, one tide, six minutes."],
    [undefined, "Brand new words here."],
    ["Gone for good.", undefined],
  ]);
});

test("a story's changes are told field by field, with names in the place of ids", () => {
  const before = versionContent.parse({
    kind: "link",
    title: "A pump",
    url: "https://acme.test/a",
    topicIds: ["1"],
  });
  const after = versionContent.parse({
    ...before,
    title: "A warm pump",
    url: "https://acme.test/b",
    topicIds: ["2", "3"],
    audience: "teams",
    teamIds: ["4"],
    captions: [{ text: "Warm." }],
  });
  const names = new Map(Object.entries({ 1: "Heat", 2: "Finance", 4: "Service" }));

  expect(diffStory(before, after, names)).toMatchObject([
    { label: "Title", parts: [{ text: "A " }, { is: "added", text: "warm " }, { text: "pump" }] },
    { label: "Address", before: "https://acme.test/a", after: "https://acme.test/b" },
    { label: "Caption for any network (en), new", parts: [{ is: "added", text: "Warm." }] },
    { label: "For", before: "everyone", after: "Service" },
    { label: "Topics", before: "Heat", after: "Finance, one that is gone" },
  ]);
  expect(diffStory(after, after, names)).toEqual([]);
});

function written(before: string, after: string): string {
  const marks = { same: ["", ""], removed: ["[-", "-]"], added: ["[+", "+]"] } as const;
  return diffText(before, after)
    .map(({ is, text }) => marks[is][0] + text + marks[is][1])
    .join("");
}
