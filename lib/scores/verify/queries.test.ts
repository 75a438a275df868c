import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { scoreDays, scoreEntries } from "#db/schema/scores.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { mondayOf } from "#lib/day.ts";
import { makeActor, makeClick, makeLiveStory, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { scoreApprovedSuggestion, scoreClicks, scoreConfirmedShare } from "../mutations.ts";
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
        } else if (fact.kind === "click" && share) {
          await makeClick(share, { clickedAt: new Date(Date.UTC(2026, 2, 25) + fact.hour * hour) });
        }
      }

      expect(await findDifferences(id)).toEqual([]);
      const entries = await db.select().from(scoreEntries).where(eq(scoreEntries.organizationId, id));
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
    { kind: "total", memberId: member.memberId, which: "2026-03-01", stored: 100, expected: 0 },
  ]);
});

test("an entry whose points are not what its rule gives is found", async () => {
  const { id, members, stories } = await makePlay();
  const [[member], [story]] = [members, stories];
  if (!member || !story) throw new Error("the play has members and stories");
  const [entry] = await db
    .insert(scoreEntries)
    .values({
      organizationId: id,
      memberId: member.memberId,
      points: 50,
      rule: "suggestion_approved",
      ruleSet: 1,
      factKind: "story",
      factId: story.id,
      storyId: story.id,
      inputs: {},
      reason: "A favour.",
      occurredAt: clock.now(),
      day: "2026-03-01",
    })
    .returning();
  await db
    .insert(scoreDays)
    .values({ organizationId: id, memberId: member.memberId, day: "2026-03-01", points: 50 });
  expect(await findDifferences(id)).toEqual([
    { kind: "entry", memberId: member.memberId, which: entry?.id, stored: 50, expected: 15 },
  ]);
});

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
