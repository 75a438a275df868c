import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayIn } from "#lib/day.ts";
import { type Chain, type ChainedEntry, emptyChain } from "./chain.ts";
import type { Fact, FactKind, StoredFact } from "./fact.ts";
import { createHistory } from "./history.ts";
import { firstRuleSet, type RuleSet } from "./rule-set.ts";
import { scoreFacts } from "./score-facts.ts";
import { replayJournal, type StoredEntry } from "./verify/replay.ts";

const second: RuleSet = {
  ...firstRuleSet,
  version: 2,
  publishedAt: new Date("2026-04-10T00:00Z"),
  countedClick: { points: 3, mostPerShare: 10 },
  originatorCredit: { part: 0.3, halvesEveryDays: 7, portions: { idea: 3, edits: 2, caption: 1 } },
};
const ruleSets = [firstRuleSet, second];

const happened = fc.array(
  fc.record({
    kind: fc.constantFrom<FactKind>("share", "click", "click", "withdrawal", "story", "pledge", "correction"),
    member: fc.nat(3),
    share: fc.nat(6),
    hour: fc.nat(24 * 60),
    network: fc.constantFrom("linkedin" as const, "x" as const),
    similarity: fc.constantFrom(0.2, 0.7),
  }),
  { maxLength: 120 },
);
type Happened = typeof happened extends fc.Arbitrary<(infer One)[]> ? One : never;

/** In the order of arrival, which is any; what arrives twice is scored once. */
function toFacts(all: readonly Happened[]): Fact[] {
  const facts = all.map(toFact);
  const first = new Map(facts.map((fact) => [`${fact.kind} ${fact.factId}`, fact] as const).toReversed());
  return facts.filter((fact) => first.get(`${fact.kind} ${fact.factId}`) === fact);
}

function toFact({ kind, member, share, hour, network, similarity }: Happened, index: number): Fact {
  const occurredAt = new Date(Date.UTC(2026, 2, 15) + hour * 3_600_000);
  const sharer = `member ${share % 4}`;
  const ofShare = kind === "share" || kind === "withdrawal" || kind === "click";
  return {
    organizationId: "acme",
    kind,
    factId: kind === "share" || kind === "withdrawal" ? `share ${share}` : `${kind} ${index % 50}`,
    memberId: ofShare ? sharer : `member ${member}`,
    shareId: ofShare ? `share ${share}` : null,
    storyId: ofShare ? `story ${share % 3}` : null,
    occurredAt,
    day: dayIn("Asia/Kathmandu", occurredAt),
    data: {
      title: "A factory that runs on rain",
      ...(ofShare && { network: share % 2 ? network : "linkedin", similarity }),
      contributors: [
        { memberId: "member 0", by: "idea" },
        { memberId: "member 1", by: "edits" },
        { memberId: "member 0", by: "caption" },
      ],
      approvedAt: "2026-03-10T00:00:00.000Z",
      ...(kind === "correction" && { points: similarity * 10 - 4, reason: "Counted twice." }),
    },
  };
}

/** As batches of a scorer that is killed between them: each begins where the chain ends. */
function scoreInBatches(facts: readonly Fact[], size: number) {
  let chain: Chain = emptyChain;
  const history = createHistory();
  const stored: { facts: StoredFact[]; entries: ChainedEntry[] } = { facts: [], entries: [] };
  for (let start = 0; start < facts.length; start += size) {
    const scored = scoreFacts(chain, ruleSets, history, facts.slice(start, start + size));
    chain = scored.chain;
    stored.facts.push(...scored.facts);
    stored.entries.push(...scored.entries);
  }
  return { ...stored, chain };
}

/** As the database gives it back: keys of JSON in another order. */
const fromDatabase = <Row extends object>(row: Row): Row => {
  const shuffle = (value: unknown): unknown =>
    value && typeof value === "object" && !Array.isArray(value) && !(value instanceof Date)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([key, each]) => [key, shuffle(each)]),
        )
      : value;
  return shuffle(row) as Row;
};

function verify({ facts, entries, chain }: ReturnType<typeof scoreInBatches>) {
  const replay = replayJournal(ruleSets);
  replay.add(facts.map(fromDatabase), entries.map(fromDatabase) as unknown as StoredEntry[]);
  return replay.end(chain).differences;
}

test("replaying the facts gives the entries that are stored, hash by hash, whatever arrives when and however it is batched", () => {
  fc.assert(
    fc.property(happened, fc.integer({ min: 1, max: 40 }), (all, size) => {
      const scored = scoreInBatches(toFacts(all), size);
      expect(verify(scored)).toEqual([]);
      expect(scored.chain).toEqual(scoreInBatches(toFacts(all), 1000).chain);
    }),
    { numRuns: 200 },
  );
});

test("one changed row breaks the chain, whichever it is", () => {
  const change = fc.constantFrom<Partial<ChainedEntry>>(
    { points: 1000 },
    { reason: "A favour." },
    { memberId: "member 9" },
    { day: "2020-01-01" },
    { isRewardable: false, points: 77 },
    { inputs: { network: "linkedin", earned: 1 } },
    { hash: "0" },
    { position: 10_000 },
  );
  fc.assert(
    fc.property(happened, fc.nat(), change, (all, at, changed) => {
      const scored = scoreInBatches(toFacts(all), 50);
      fc.pre(scored.entries.length > 0);
      const index = at % scored.entries.length;
      const entries = scored.entries.map((entry, each) =>
        each === index ? { ...entry, ...changed } : entry,
      );
      expect(verify({ ...scored, entries })).not.toEqual([]);
      expect(verify({ ...scored, entries: scored.entries.toSpliced(index, 1) })).not.toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("limits hold and credits add up, whatever arrives when", () => {
  fc.assert(
    fc.property(happened, (all) => {
      const { entries } = scoreInBatches(toFacts(all), 7);
      const scoredShares = entries.filter(({ rule, points }) => rule === "confirmed_share" && points > 0);
      for (const { memberId, day } of scoredShares) {
        const own = scoredShares.filter((entry) => entry.memberId === memberId);
        expect(own.filter((entry) => entry.day === day).length).toBeLessThanOrEqual(2);
        const week = own.filter((entry) => entry.day >= addDays(day, -6) && entry.day <= day);
        expect(week.length).toBeLessThanOrEqual(12);
      }
      for (const ofFact of Map.groupBy(entries, ({ factPosition }) => factPosition).values()) {
        const credits = ofFact.filter(({ rule }) => rule === "originator_credit");
        const earned = ofFact.filter(({ rule }) => rule !== "originator_credit");
        const given = credits.reduce((sum, { points }) => sum + points, 0);
        const most = earned.reduce((sum, { points }) => sum + points, 0) * 0.3;
        if (credits.length > 0) expect(given).toBeLessThanOrEqual(most + 1e-9);
      }
      for (const share of new Set(entries.map(({ shareId }) => shareId)))
        if (entries.some(({ rule, shareId }) => rule === "withdrawn_share" && shareId === share)) {
          const back = entries.findLastIndex(
            ({ rule, shareId }) => rule === "withdrawn_share" && shareId === share,
          );
          const until = entries.slice(0, back + 1).filter(({ shareId }) => shareId === share);
          expect(Math.abs(until.reduce((sum, { points }) => sum + points, 0))).toBeLessThan(1e-6);
        }
    }),
    { numRuns: 100 },
  );
});
