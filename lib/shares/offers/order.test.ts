import fc from "fast-check";
import { expect, test } from "vitest";
import { loadOf, type OfferFacts, orderOffers } from "./order.ts";

type Case = { name: string; captions: Partial<OfferFacts>[]; languages?: string[]; order: number[] };

test.each<Case>([
  { name: "the desk's order while nothing was used", captions: [{}, {}, {}], order: [0, 1, 2] },
  { name: "the least used first", captions: [{ uses: 3 }, { uses: 1 }, { uses: 2 }], order: [1, 2, 0] },
  {
    name: "a weight of two bears twice the uses",
    captions: [{ uses: 3 }, { uses: 4, weight: 2 }],
    order: [1, 0],
  },
  { name: "of two as little used the weightier first", captions: [{}, { weight: 5 }], order: [1, 0] },
  { name: "what a colleague looks at just now is half used", captions: [{ open: 1 }, {}], order: [1, 0] },
  { name: "a use is more than a look", captions: [{ uses: 1 }, { open: 1 }], order: [1, 0] },
  {
    name: "what the own team has just used comes last, however little it was used",
    captions: [{ uses: 1, isFreshInTeam: true }, { uses: 9 }],
    order: [1, 0],
  },
  {
    name: "the member's language before the story's, and that before any other",
    captions: [{ language: "de" }, { language: "en" }, { language: "fr" }],
    languages: ["fr", "en"],
    order: [2, 1, 0],
  },
  {
    name: "the story's language where the member named none",
    captions: [{ language: "de" }, { language: "en", uses: 9 }],
    languages: ["", "en"],
    order: [1, 0],
  },
  {
    name: "one Portuguese reads the other",
    captions: [{ language: "en" }, { language: "pt" }],
    languages: ["pt-BR", "en"],
    order: [1, 0],
  },
])("$name", ({ captions, languages = ["en"], order }) => {
  const ordered = orderOffers(captions.map(withPlace), languages);
  expect(ordered.map(({ position }) => position)).toEqual(order);
});

test("over any number of shares no caption is more than one use of its own ahead of another, for its weight", () => {
  const weights = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 15 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 400 }), (given, shares) => {
      const captions = given.map((weight, position) => withPlace({ weight }, position));
      for (let share = 0; share < shares; share += 1) {
        const [offered] = orderOffers(captions, ["en"]);
        if (offered) offered.uses += 1;
      }
      for (const one of captions)
        for (const other of captions)
          expect(loadOf(one)).toBeLessThanOrEqual(loadOf(other) + 1 / one.weight + 1e-9);
    }),
  );
});

test("as many as there are captions open at one moment: each is offered another", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 15 }), (uses) => {
      const level = Math.max(...uses);
      const captions = uses.map((_, position) => withPlace({ uses: level }, position));
      const offered = captions.map(() => {
        const [first] = orderOffers(captions, ["en"]);
        if (first) first.open += 1;
        return first?.position;
      });
      expect(new Set(offered).size).toBe(captions.length);
    }),
  );
});

function withPlace(facts: Partial<OfferFacts>, position: number): OfferFacts {
  return { language: "en", weight: 1, uses: 0, open: 0, isFreshInTeam: false, ...facts, position };
}
