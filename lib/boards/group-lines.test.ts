import fc from "fast-check";
import { expect, test } from "vitest";
import { everybodyOf, groupLines } from "./group-lines.ts";

/** Everybody is a letter. */
const line = (name: string, people: string, clicks: number) => ({ name, people: new Set(people), clicks });

test.each([
  { name: "nobody shared", lines: [], is: null },
  { name: "few shared", lines: [line("LinkedIn", "abc", 40), line("X", "d", 9)], is: null },
  { name: "all on one network", lines: [line("LinkedIn", "abcdefg", 400)], is: [["LinkedIn", 400]] },
  {
    name: "nothing came of another network, and nobody went there",
    lines: [line("LinkedIn", "abcdefg", 400), line("Elsewhere", "", 0)],
    is: [["LinkedIn", 400]],
  },
  {
    name: "many on each",
    lines: [line("X", "abcde", 90), line("LinkedIn", "fghijkl", 40)],
    is: [
      ["LinkedIn", 40],
      ["X", 90],
    ],
  },
  // One on X would be the total without LinkedIn.
  { name: "one alone on X", lines: [line("LinkedIn", "abcdefg", 40), line("X", "h", 9)], is: null },
  { name: "nobody confirmed X", lines: [line("LinkedIn", "abcdefg", 40), line("X", "", 9)], is: null },
  {
    name: "few on two that are enough together",
    lines: [line("LinkedIn", "abcdefg", 40), line("X", "hij", 9), line("E-mail", "kl", 2)],
    is: [
      ["LinkedIn", 40],
      ["X, E-mail", 11],
    ],
  },
  {
    name: "the same few on two",
    lines: [line("LinkedIn", "abcdefg", 40), line("X", "hij", 9), line("E-mail", "ij", 2)],
    is: null,
  },
  {
    name: "few on one, joined with the next smallest",
    lines: [line("LinkedIn", "abcdefg", 40), line("X", "hijkl", 9), line("E-mail", "hi", 2)],
    is: [
      ["LinkedIn", 40],
      ["X, E-mail", 11],
    ],
  },
  {
    name: "few on each of many",
    lines: [line("a", "abcdefg", 9), ...[..."hijklm"].map((one) => line(`from ${one}`, one, 1))],
    is: [
      ["a", 9],
      ["from h, from i and 4 more", 6],
    ],
  },
])("$name", ({ lines, is }) => {
  expect(groupLines(lines)?.map(({ name, clicks }) => [name, clicks]) ?? null).toEqual(is);
});

test("no line stands for fewer than five, however they overlap, and no click is lost", () => {
  const people = fc.uniqueArray(fc.constantFrom(..."abcdefghijkl")).map((all) => all.join(""));
  const lines = fc.uniqueArray(
    fc
      .record({ name: fc.constantFrom("1", "2", "3"), people, clicks: fc.nat(50) })
      .map((one) => line(one.name, one.people, one.clicks)),
    { selector: ({ name }) => name },
  );
  fc.assert(
    fc.property(lines, (all) => {
      const shown = groupLines(all);
      if (!shown) return;
      const total = (of: { clicks: number }[]) => of.reduce((sum, { clicks }) => sum + clicks, 0);
      expect(total(shown)).toBe(total(all));
      for (const { name } of shown) {
        const parts = all.filter((one) => name.split(", ").includes(one.name));
        expect(everybodyOf(parts).size).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});
