import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { scoreDays, scoreEntries } from "#db/schema/scores.ts";
import { shares as sharesTable } from "#db/schema/shares.ts";
import { type SystemActor, systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { mondayOf } from "#lib/day.ts";
import { makeActor, makeClick, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import {
  scoreApprovedSuggestion,
  scoreClicks,
  scoreConfirmedShare,
  scoreLateFacts,
  scoreWithdrawnShare,
} from "../mutations.ts";
import { findDifferences } from "./queries.ts";

const hour = 3_600_000;

const facts = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("share" as const),
      member: fc.nat(2),
      story: fc.nat(2),
      hour: fc.nat(24 * 9),
      network: fc.constantFrom("linkedin" as const, "x" as const),
      similarity: fc.constantFrom(0.2, 0.7, 1),
    }),
    fc.record({ kind: fc.constant("click" as const), share: fc.nat(3), hour: fc.nat(24 * 90) }),
    fc.record({ kind: fc.constant("approval" as const), story: fc.nat(2) }),
    fc.record({ kind: fc.constant("sweep" as const) }),
    fc.record({ kind: fc.constant("again" as const), share: fc.nat(3) }),
    fc.record({ kind: fc.constant("withdrawal" as const), share: fc.nat(3) }),
  ),
  { minLength: 4, maxLength: 30 },
);

test("whatever happens, in any order and however often, totals are the sums of entries and limits hold", async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (happened) => {
      const { id, actor, members, stories } = await makePlay();
      const shares: Awaited<ReturnType<typeof makeShare>>[] = [];
      const confirm = (shareId: string) => db.transaction((tx) => scoreConfirmedShare(tx, actor, shareId));

      for (const fact of happened) {
        const share = "share" in fact ? shares[fact.share] : undefined;
        if (fact.kind === "share") {
          const [member, story] = [members[fact.member], stories[fact.story]];
          if (!member || !story) continue;
          const confirmedAt = new Date(Date.UTC(2026, 2, 25) + fact.hour * hour);
          const { network, similarity } = fact;
          const made = await makeShare(member, story, { network, similarity, confirmedAt });
          shares.push(made);
          await confirm(made.id);
        } else if (fact.kind === "approval") {
          const story = stories[fact.story];
          if (story) await db.transaction((tx) => scoreApprovedSuggestion(tx, actor, story.id));
        } else if (fact.kind === "sweep") {
          await Promise.all([scoreClicks(actor), scoreClicks(actor)]);
        } else if (fact.kind === "again" && share) {
          await confirm(share.id);
        } else if (fact.kind === "withdrawal" && share) {
          await withdraw(actor, share);
        } else if (fact.kind === "click" && share) {
          await makeClick(share, { clickedAt: new Date(Date.UTC(2026, 2, 25) + fact.hour * hour) });
        }
      }

      expect(await findDifferences(id)).toEqual([]);
      const entries = await db.select().from(scoreEntries).where(eq(scoreEntries.organizationId, id));
      for (const { id: shareId } of shares.filter((_, index) => isTakenBack(happened, index)))
        expect(sumOf(entries.filter((entry) => entry.shareId === shareId))).toBeCloseTo(0, 4);
      const scored = entries.filter(({ rule, points }) => rule === "confirmed_share" && points > 0);
      expect(most(scored.map(({ memberId, day }) => `${memberId} ${day}`))).toBeLessThanOrEqual(2);
      expect(most(scored.map(({ memberId, day }) => `${memberId} ${mondayOf(day)}`))).toBeLessThanOrEqual(6);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test("a total that somebody changed by hand is found", async () => {
  const { id, members } = await makePlay();
  const [member] = members;
  if (!member) throw new Error("the play has members");
  await db
    .insert(scoreDays)
    .values({ organizationId: id, memberId: member.memberId, day: "2026-03-01", points: 100 });
  expect(await findDifferences(id)).toEqual([
    {
      ...{ kind: "total", memberId: member.memberId, which: "2026-03-01" },
      ...{ stored: "100.0000 / 0.0000", expected: "0 / 0" },
    },
  ]);
});

test.each([
  { name: "its points", change: sql`update score_entries set points = points + 1`, kinds: ["entry", "hash"] },
  {
    name: "its reason",
    change: sql`update score_entries set reason = 'A favour.'`,
    kinds: ["entry", "hash"],
  },
  { name: "its hash", change: sql`update score_entries set hash = md5('x')`, kinds: ["hash", "hash"] },
  { name: "its being there", change: sql`delete from score_entries`, kinds: ["entry", "hash"] },
])("an entry with $name changed breaks the chain", async ({ change, kinds }) => {
  const { id, actor } = await makeScored();
  expect(await findDifferences(id)).toEqual([]);
  await tamper(sql`${change} where organization_id = ${id} and position = 2`);
  const found = (await findDifferences(id)).filter(({ kind }) => kind !== "total");
  expect(found.map(({ kind }) => kind).slice(0, 2)).toEqual(kinds);
  expect(found[0]?.which).toMatch(/^[23]$/);
  await expect(db.execute(sql`delete from score_entries where organization_id = ${id}`)).rejects.toThrow();
  await expect(db.execute(sql`update score_facts set day = day`)).rejects.toThrow();
  expect(actor.organizationId).toBe(id);
});

test.each([
  { name: "changed", change: sql`update score_facts set data = data || '{"similarity": 0.1}'` },
  { name: "taken away", change: sql`delete from score_facts` },
])("a fact that is $name is found", async ({ change }) => {
  const { id } = await makeScored();
  await tamper(sql`${change} where organization_id = ${id} and position = 2`);
  expect(await findDifferences(id)).not.toEqual([]);
});

test("a share that was confirmed behind the scorer's back is found, and scored by the next look for late facts", async () => {
  const { id, actor, members, stories } = await makePlay();
  const [[member], [, story]] = [members, stories];
  if (!member || !story) throw new Error("the play has members and stories");
  const share = await makeShare(member, story);
  expect(await findDifferences(id)).toEqual([
    {
      ...{ kind: "fact", memberId: member.memberId, which: share.id },
      ...{ stored: null, expected: "a confirmed share" },
    },
  ]);
  await Promise.all([scoreLateFacts(actor), scoreLateFacts(actor)]);
  await scoreLateFacts(actor);
  expect(await findDifferences(id)).toEqual([]);
});

/** As nobody can in Herald: the triggers that guard the rows are asleep. */
async function tamper(change: SQL): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(change);
  });
}

/** Two shares in own words and a click, scored. */
async function makeScored() {
  const play = await makePlay();
  for (const story of play.stories.slice(1)) {
    const [member] = play.members;
    if (!member) throw new Error("the play has members");
    const share = await makeShare(member, story, { similarity: 0.2 });
    await db.transaction((tx) => scoreConfirmedShare(tx, play.actor, share.id));
    await makeClick(share, { clickedAt: clock.now() });
  }
  await scoreClicks(play.actor);
  return play;
}

async function withdraw(actor: SystemActor, share: { organizationId: string; id: string }): Promise<void> {
  await db.transaction(async (tx) => {
    await tx
      .update(sharesTable)
      .set({ state: "withdrawn", withdrawnAt: clock.now() })
      .where(
        and(
          eq(sharesTable.organizationId, share.organizationId),
          eq(sharesTable.id, share.id),
          isNull(sharesTable.withdrawnAt),
        ),
      );
    await scoreWithdrawnShare(tx, actor, share.id);
  });
}

const isTakenBack = (happened: { kind: string; share?: number }[], index: number): boolean => {
  const made = happened.flatMap((fact, at) => (fact.kind === "share" ? [at] : []))[index] ?? Infinity;
  return happened.some((fact, at) => fact.kind === "withdrawal" && fact.share === index && at > made);
};

const sumOf = (entries: { points: number }[]): number =>
  Math.round(entries.reduce((sum, { points }) => sum + points, 0) * 10_000) / 10_000;

/** How often the most frequent of these occurs. */
function most(values: string[]): number {
  const groups = [...Map.groupBy(values, (value) => value).values()];
  return Math.max(0, ...groups.map((group) => group.length));
}

/** Three members, of whom the first suggested the first story and the second another. */
async function makePlay() {
  const { id } = await makeOrganization({ timeZone: "Europe/Berlin" });
  const members = [await makeActor(id), await makeActor(id), await makeActor(id)];
  const [first, second, third] = members;
  if (!first || !second || !third) throw new Error("three members were made");
  const approvedAt = new Date("2026-02-20T09:00Z");
  const stories = [
    await makeLiveStory(third, { approvedAt, suggestedById: first.memberId }),
    await makeLiveStory(third, { approvedAt, suggestedById: second.memberId }),
    await makeLiveStory(third, { approvedAt }),
  ];
  return { id, actor: systemActor(id, "score"), members, stories };
}
