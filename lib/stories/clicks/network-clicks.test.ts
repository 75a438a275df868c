import fc from "fast-check";
import { expect, test } from "vitest";
import { networkClicks } from "./network-clicks.ts";

const line = (name: string, people: number, clicks: number) => ({ name, people, clicks });

test.each([
  { name: "nobody shared", lines: [], is: null },
  { name: "few shared", lines: [line("LinkedIn", 3, 40), line("X", 1, 9)], is: null },
  { name: "all on one network", lines: [line("LinkedIn", 30, 400)], is: null },
  {
    name: "many on each",
    lines: [line("X", 5, 90), line("LinkedIn", 12, 40)],
    is: [
      { name: "X", clicks: 90 },
      { name: "LinkedIn", clicks: 40 },
    ],
  },
  // One on X would be the total without LinkedIn.
  { name: "one alone on X", lines: [line("LinkedIn", 12, 40), line("X", 1, 9)], is: null },
  {
    name: "few on two that are enough together",
    lines: [line("LinkedIn", 12, 40), line("X", 3, 9), line("E-mail", 2, 2)],
    is: [
      { name: "LinkedIn", clicks: 40 },
      { name: "X, E-mail", clicks: 11 },
    ],
  },
  {
    name: "few on one, joined with the next smallest",
    lines: [line("LinkedIn", 12, 40), line("X", 6, 9), line("E-mail", 2, 2)],
    is: [
      { name: "LinkedIn", clicks: 40 },
      { name: "X, E-mail", clicks: 11 },
    ],
  },
])("$name", ({ lines, is }) => expect(networkClicks(lines)).toEqual(is));

test("no line stands for fewer than five, and no click is lost", () => {
  const lines = fc.uniqueArray(
    fc.record({ name: fc.constantFrom("a", "b", "c", "d"), people: fc.nat(9), clicks: fc.nat(50) }),
    { selector: ({ name }) => name },
  );
  fc.assert(
    fc.property(lines, (all) => {
      const shown = networkClicks(all);
      if (!shown) return;
      const total = (of: { clicks: number }[]) => of.reduce((sum, { clicks }) => sum + clicks, 0);
      expect(total(shown)).toBe(total(all));
      for (const { name } of shown) {
        const people = all.filter((one) => name.split(", ").includes(one.name));
        expect(people.reduce((sum, one) => sum + one.people, 0)).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});
