import fc from "fast-check";
import { expect, test } from "vitest";
import { countedHits, countHits, type Hit } from "./counted-hits.ts";
import { openCountingLimit } from "./counting-limit.ts";

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const human = (time: string, visitor = "ada", linkId = "one"): Hit => ({
  linkId,
  visitor,
  kind: "human",
  clickedAt: at(time),
});
const bot = (time: string): Hit => ({ ...human(time), kind: "bot" });
const own = (time: string): Hit => ({ ...human(time), exclusion: "own" });
const limited = (time: string): Hit => ({ ...human(time), exclusion: "limited" });
const prefetch = (time: string): Hit => ({ ...human(time), kind: "prefetch" });

test.each([
  { name: "no hit counts nothing", hits: [], counted: 0 },
  { name: "first human hit counts", hits: [human("10:00")], counted: 1 },
  { name: "same visitor within the hour does not", hits: [human("10:00"), human("10:59")], counted: 1 },
  { name: "same visitor an hour later does", hits: [human("10:00"), human("11:00")], counted: 2 },
  { name: "the hour is the clock's, not sixty minutes", hits: [human("10:59"), human("11:00")], counted: 2 },
  { name: "another visitor does", hits: [human("10:00"), human("10:00", "grace")], counted: 2 },
  { name: "another link does", hits: [human("10:00"), human("10:00", "ada", "two")], counted: 2 },
  { name: "a preview bot never does", hits: [bot("10:00")], counted: 0 },
  { name: "a prefetch never does", hits: [prefetch("10:00")], counted: 0 },
  { name: "a bot before does not take the human's place", hits: [bot("10:00"), human("10:01")], counted: 1 },
  { name: "the sharer's own never does", hits: [own("10:00")], counted: 0 },
  { name: "one past the limit never does", hits: [limited("10:00")], counted: 0 },
  { name: "what is excluded takes nobody's place", hits: [own("10:00"), human("10:01")], counted: 1 },
])("$name", ({ hits, counted }) => expect(countHits(hits)).toBe(counted));

type Arrival = Hit & { place: string };

const anyArrival: fc.Arbitrary<Arrival> = fc.record({
  linkId: fc.constantFrom("one", "two"),
  visitor: fc.constantFrom("ada", "grace", "alan"),
  place: fc.constantFrom("here", "there"),
  kind: fc.constantFrom("human" as const, "human" as const, "bot" as const, "prefetch" as const),
  exclusion: fc.constantFrom(null, null, "own" as const, "limited" as const),
  // From the evening into the next UTC day, to the minute, so that several hits share a moment.
  clickedAt: fc.integer({ min: 0, max: 300 }).map((minutes) => new Date(Date.UTC(2026, 10, 23, 22, minutes))),
});
const anyHits = fc.array(anyArrival, { maxLength: 60 });
const sooner = (one: Hit, other: Hit) => one.clickedAt.getTime() - other.clickedAt.getTime();

test("whatever comes in whatever order counts as the rule says it in words", () => {
  fc.assert(
    fc.property(anyHits, (hits) => {
      expect(countedHits(hits).toSorted(sooner)).toEqual(slowlyCounted(hits).toSorted(sooner));
      expect(countHits(hits.toReversed())).toBe(countHits(hits));
    }),
  );
});

test("hits that come one after the other count the same, wherever they are cut into groups", () => {
  const cuts = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 10 });
  fc.assert(
    fc.property(anyHits, cuts, (hits, cuts) => {
      const inOrder = hits.toSorted(sooner);
      const borders = [0, ...cuts.toSorted((one, other) => one - other), inOrder.length];
      const groups = borders.slice(1).map((border, index) => inOrder.slice(borders[index], border));
      expect(storeInGroups(groups)).toEqual(new Set(countedHits(inOrder)));
    }),
  );
});

test("from one address at most twenty visitors of a link count in an hour, and no visitor's place is taken", () => {
  const crowd = fc.array(
    fc.record({
      linkId: fc.constantFrom("one", "two"),
      visitor: fc.integer({ min: 0, max: 40 }).map(String),
      place: fc.constantFrom("here", "there"),
      kind: fc.constant("human" as const),
      clickedAt: fc
        .integer({ min: 0, max: 119 })
        .map((minute) => new Date(Date.UTC(2026, 10, 23, 22, minute))),
    }),
    { minLength: 100, maxLength: 200 },
  );
  fc.assert(
    fc.property(crowd, (arrivals) => {
      // Two addresses with one user agent are two visitors.
      const hits = arrivals
        .toSorted(sooner)
        .map((hit) => ({ ...hit, visitor: `${hit.visitor} ${hit.place}` }));
      const isPastLimit = openCountingLimit();
      const marked = hits.map((hit) => {
        const isLimited = isPastLimit(hit, { id: hit.visitor, place: hit.place });
        return { ...hit, exclusion: isLimited ? ("limited" as const) : null };
      });
      const expected = new Map<string, Set<string>>();
      for (const { linkId, place, visitor, clickedAt } of hits) {
        const key = `${linkId} ${place} ${clickedAt.getUTCHours()}`;
        const counted = expected.get(key) ?? new Set();
        expected.set(key, counted.size < 20 ? counted.add(visitor) : counted);
      }
      const total = [...expected.values()].reduce((sum, { size }) => sum + size, 0);
      expect(countHits(marked)).toBe(total);
    }),
    { numRuns: 50 },
  );
});

/** The rule again, slow and plain: a hit counts if nothing speaks against it and none of its kind came before it. */
function slowlyCounted(hits: Arrival[]): Arrival[] {
  const mayCount = hits.filter(({ kind, exclusion }) => kind === "human" && exclusion === null);
  return mayCount.filter(
    (hit, index) =>
      !mayCount.some(
        (other, otherIndex) =>
          other.linkId === hit.linkId &&
          other.visitor === hit.visitor &&
          other.clickedAt.toISOString().slice(0, 13) === hit.clickedAt.toISOString().slice(0, 13) &&
          (other.clickedAt < hit.clickedAt ||
            (other.clickedAt.getTime() === hit.clickedAt.getTime() && otherIndex < index)),
      ),
  );
}

/** What the database does: of the hits that a group would count, its unique key takes those that none took before. */
function storeInGroups(groups: Arrival[][]): Set<Arrival> {
  const taken = new Map<string, Arrival>();
  for (const group of groups)
    for (const hit of countedHits(group)) {
      const key = `${hit.linkId} ${hit.visitor} ${hit.clickedAt.toISOString().slice(0, 13)}`;
      if (!taken.has(key)) taken.set(key, hit);
    }
  return new Set(taken.values());
}
