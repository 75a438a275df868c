import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { seasons, standings } from "#db/schema/boards.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day } from "#lib/day.ts";
import { appendFacts } from "#lib/scores/journal/mutations.ts";
import { findDifferences } from "#lib/scores/verify/queries.ts";
import { makeActor, makeOrganization } from "#lib/test/factories.ts";
import { turnBoards } from "./mutations.ts";
import { tendBoards } from "./tending/mutations.ts";

afterEach(() => vi.restoreAllMocks());

const firstDay = "2026-03-10";
const goTo = (day: Day) => vi.spyOn(clock, "now").mockReturnValue(new Date(`${day}T12:00:00Z`));

async function give(member: MemberActor, day: Day, points: number, campaignId?: string): Promise<void> {
  const { organizationId, memberId } = member;
  await db.transaction((tx) =>
    appendFacts(tx, organizationId, [
      {
        ...{ organizationId, kind: "correction", factId: newId(), memberId, shareId: null, storyId: null },
        ...{ occurredAt: new Date(`${day}T10:00:00Z`), day },
        data: { title: "", points, reason: "A test.", ...(campaignId && { campaignId }) },
      },
    ]),
  );
}

/** What the check of the whole ledger says of boards. */
const findWrong = async (organizationId: string) =>
  (await findDifferences(organizationId)).filter(({ which }) => which.startsWith("board"));

const happening = fc.oneof(
  fc.record({
    what: fc.constant("points" as const),
    member: fc.nat(2),
    daysAgo: fc.integer({ min: -2, max: 200 }),
    points: fc.integer({ min: -50, max: 300 }).map((tenths) => tenths / 10),
    campaign: fc.option(fc.nat(1)),
  }),
  fc.record({ what: fc.constant("days" as const), count: fc.constantFrom(1, 2, 6, 7, 8, 29, 31, 100) }),
);

test("whatever is scored and however days go by, every board holds what its days add up to", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 25 }), async (happenings) => {
      let today: Day = firstDay;
      goTo(today);
      const { id } = await makeOrganization({ timeZone: "UTC", seasonMonths: 1 });
      const people = [
        await makeActor(id),
        await makeActor(id),
        await makeActor(id, ["employee"], { boardName: "absent" }),
      ];
      const campaigns = [newId(), newId()];
      for (const happened of happenings) {
        if (happened.what === "days") {
          today = addDays(today, happened.count);
          goTo(today);
          await turnBoards(id);
          continue;
        }
        const member = people[happened.member];
        const campaign = happened.campaign === null ? undefined : campaigns[happened.campaign];
        if (member && happened.points !== 0)
          await give(member, addDays(today, -happened.daysAgo), happened.points, campaign);
      }
      expect(await findWrong(id)).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

test("a row that somebody changed is found", async () => {
  goTo(firstDay);
  const { id } = await makeOrganization({ timeZone: "UTC" });
  const member = await makeActor(id);
  await turnBoards(id);
  await give(member, firstDay, 10);
  expect(await findWrong(id)).toEqual([]);
  await db
    .update(standings)
    .set({ points: 11 })
    .where(and(eq(standings.organizationId, id), eq(standings.board, "30")));
  expect(await findWrong(id)).toMatchObject([
    { kind: "total", memberId: member.memberId, which: "board 30" },
  ]);
});

test("turning twice on a day, or by two at once, changes nothing", async () => {
  goTo(firstDay);
  const { id } = await makeOrganization({ timeZone: "UTC" });
  await give(await makeActor(id), firstDay, 10);
  await Promise.all([turnBoards(id), turnBoards(id), turnBoards(id)]);
  const before = await db.select().from(standings).where(eq(standings.organizationId, id));
  expect(before.map(({ board, points }) => [board.split(":")[0], points]).toSorted()).toEqual([
    ["30", 10],
    ["7", 10],
    ["90", 10],
    ["all", 10],
    ["season", 10],
  ]);
  await tendBoards();
  expect(await db.select().from(standings).where(eq(standings.organizationId, id))).toEqual(before);
});

test("seasons follow one another; the one before the first comes along when there are points from it", async () => {
  goTo("2026-11-24");
  const { id } = await makeOrganization({ timeZone: "UTC" });
  await give(await makeActor(id), "2026-09-30", 10);
  const names = async () =>
    (await db.select().from(seasons).where(eq(seasons.organizationId, id)).orderBy(seasons.startsOn)).map(
      ({ name }) => name,
    );
  await turnBoards(id);
  expect(await names()).toEqual(["Q3 2026", "Q4 2026"]);
  goTo("2027-01-01");
  await turnBoards(id);
  expect(await names()).toEqual(["Q3 2026", "Q4 2026", "Q1 2027"]);
});
