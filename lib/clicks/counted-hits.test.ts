import fc from "fast-check";
import { expect, test } from "vitest";
import { countedHits, countHits, type Hit, hourOf } from "./counted-hits.ts";

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const human = (time: string, visitor = "ada", linkId = "one"): Hit => ({
  linkId,
  visitor,
  kind: "human",
  clickedAt: at(time),
});
const bot = (time: string): Hit => ({ ...human(time), kind: "bot" });
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
])("$name", ({ hits, counted }) => expect(countHits(hits)).toBe(counted));

const anyHit = fc.record({
  linkId: fc.constantFrom("one", "two"),
  visitor: fc.constantFrom("ada", "grace", "alan"),
  kind: fc.constantFrom("human" as const, "bot" as const, "prefetch" as const),
  clickedAt: fc.integer({ min: 0, max: 300 }).map((minutes) => new Date(Date.UTC(2026, 10, 23, 22, minutes))),
});

test("whatever comes in whatever order, each visitor, link and hour with a human hit counts once, by its first", () => {
  fc.assert(
    fc.property(fc.array(anyHit, { maxLength: 40 }), (hits) => {
      const counted = countedHits(hits);
      const peers = (hit: Hit) =>
        hits.filter(
          (each) =>
            each.kind === "human" &&
            each.linkId === hit.linkId &&
            each.visitor === hit.visitor &&
            hourOf(each.clickedAt).getTime() === hourOf(hit.clickedAt).getTime(),
        );
      for (const hit of hits.filter(({ kind }) => kind === "human"))
        expect(peers(hit).filter((peer) => counted.includes(peer))).toHaveLength(1);
      for (const hit of counted) {
        expect(hit.kind).toBe("human");
        for (const peer of peers(hit)) expect(peer.clickedAt >= hit.clickedAt).toBe(true);
      }
      expect(countHits([...hits].reverse())).toBe(counted.length);
    }),
  );
});
