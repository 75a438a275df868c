import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { clicks } from "#db/schema/clicks.ts";
import { scoreDays, scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { type Actor, memberActor, systemActor } from "#lib/auth/actor.ts";
import { hourOf } from "#lib/clicks/counted-hits.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeMember,
  makeOrganization,
  makeShare,
  makeStory,
} from "#lib/test/factories.ts";
import { scoreApprovedSuggestion, scoreClicks, scoreConfirmedShare } from "./mutations.ts";

const confirm = (actor: Actor, share: { id: string }) =>
  db.transaction((tx) => scoreConfirmedShare(tx, actor, share.id));

/** The member's answer that the share went out. */
const answer = (actor: Actor, { organizationId, id }: { organizationId: string; id: string }) =>
  db.transaction(async (tx) => {
    await tx
      .update(shares)
      .set({ state: "confirmed", confirmedAt: clock.now() })
      .where(and(eq(shares.organizationId, organizationId), eq(shares.id, id)));
    await scoreConfirmedShare(tx, actor, id);
  });

const entriesOf = ({ organizationId, memberId }: { organizationId: string; memberId: string }) =>
  db
    .select()
    .from(scoreEntries)
    .where(and(eq(scoreEntries.organizationId, organizationId), eq(scoreEntries.memberId, memberId)))
    .orderBy(scoreEntries.id);

const daysOf = ({ organizationId, memberId }: { organizationId: string; memberId: string }) =>
  db
    .select({ day: scoreDays.day, points: scoreDays.points })
    .from(scoreDays)
    .where(and(eq(scoreDays.organizationId, organizationId), eq(scoreDays.memberId, memberId)))
    .orderBy(scoreDays.day);

async function makeTwo(timeZone = "Europe/Berlin") {
  const { id } = await makeOrganization({ timeZone });
  return { curator: await makeActor(id, ["employee", "curator"]), member: await makeActor(id) };
}

test("a confirmed share in own words earns 15, once, and says why", async () => {
  const { curator, member } = await makeTwo();
  const story = await makeLiveStory(curator);
  const share = await makeShare(member, story, {
    similarity: 0.4,
    confirmedAt: new Date("2026-03-01T23:30:00Z"),
  });

  await confirm(member, share);
  await confirm(member, share);

  const entries = await entriesOf(member);
  expect(entries.map(({ rule, points, reason }) => ({ rule, points, reason }))).toEqual([
    { rule: "confirmed_share", points: 10, reason: "Shared “A factory that runs on rain” on LinkedIn." },
    {
      rule: "own_words",
      points: 5,
      reason: "In your own words: “A factory that runs on rain” on LinkedIn.",
    },
  ]);
  expect(await daysOf(member)).toEqual([{ day: "2026-03-02", points: 15 }]);
});

test("the third share of a day earns nothing, and the next day earns again", async () => {
  const { curator, member } = await makeTwo("America/Los_Angeles");
  // Tuesday in California; the last of them is Wednesday there.
  const moments = ["2026-03-03T17:00Z", "2026-03-04T01:00Z", "2026-03-04T07:59Z", "2026-03-04T08:00Z"];
  for (const moment of moments) {
    const story = await makeLiveStory(curator);
    await confirm(member, await makeShare(member, story, { confirmedAt: new Date(moment) }));
  }

  expect((await entriesOf(member)).map((entry) => entry.points)).toEqual([10, 10, 0, 10]);
  expect(await daysOf(member)).toEqual([
    { day: "2026-03-03", points: 20 },
    { day: "2026-03-04", points: 10 },
  ]);
});

test("the seventh share of an ISO week earns nothing, and Monday earns again", async () => {
  const { curator, member } = await makeTwo("UTC");
  const days = ["02", "02", "03", "04", "05", "06", "08", "09"];
  for (const day of days) {
    const story = await makeLiveStory(curator);
    await confirm(member, await makeShare(member, story, { confirmedAt: new Date(`2026-03-${day}T12:00Z`) }));
  }
  expect((await entriesOf(member)).map((entry) => entry.points)).toEqual([10, 10, 10, 10, 10, 10, 0, 10]);
});

test("the same story to the same network again earns nothing; to another network it does", async () => {
  const { curator, member } = await makeTwo();
  const story = await makeLiveStory(curator);
  await confirm(member, await makeShare(member, story, { confirmedAt: new Date("2026-01-05T12:00Z") }));
  await confirm(member, await makeShare(member, story, { confirmedAt: new Date("2026-02-05T12:00Z") }));
  await confirm(
    member,
    await makeShare(member, story, { network: "x", confirmedAt: new Date("2026-03-05T12:00Z") }),
  );
  expect((await entriesOf(member)).map((entry) => entry.points)).toEqual([10, 0, 10]);
});

test("two confirmations at the same moment cannot pass the limit of a day", async () => {
  const { curator, member } = await makeTwo();
  const confirmedAt = new Date("2026-03-03T12:00Z");
  const shares = await Promise.all(
    Array.from({ length: 5 }, async () =>
      makeShare(member, await makeLiveStory(curator), { confirmedAt, similarity: 0 }),
    ),
  );
  await Promise.all(shares.map((share) => confirm(member, share)));
  expect(await daysOf(member)).toEqual([{ day: "2026-03-03", points: 30 }]);
});

test("a suggestion earns 15 once, and a part of what others earn with it", async () => {
  const { curator, member } = await makeTwo("UTC");
  const originator = await makeActor(member.organizationId);
  const story = await makeLiveStory(curator, {
    suggestedById: originator.memberId,
    approvedAt: new Date("2026-01-01T00:00Z"),
  });
  await db.transaction((tx) => scoreApprovedSuggestion(tx, curator, story.id));
  await db.transaction((tx) => scoreApprovedSuggestion(tx, curator, story.id));

  const share = await makeShare(member, story, { confirmedAt: new Date("2026-01-15T12:00Z"), similarity: 0 });
  await confirm(member, share);
  await makeClick(share, { clickedAt: new Date("2026-02-01T12:00Z") });
  await scoreClicks(systemActor(member.organizationId, "score"));

  expect(await daysOf(originator)).toEqual([
    { day: "2026-01-01", points: 15 },
    { day: "2026-01-15", points: 1.5 },
    { day: "2026-02-01", points: 0.1 },
  ]);
});

test("nobody is credited on top for sharing their own idea", async () => {
  const { curator, member } = await makeTwo();
  const story = await makeLiveStory(curator, { suggestedById: member.memberId });
  await confirm(member, await makeShare(member, story));
  expect((await entriesOf(member)).map((entry) => entry.rule)).toEqual(["confirmed_share"]);
});

test("a story that nobody suggested gives nobody points for its approval", async () => {
  const { curator } = await makeTwo();
  const story = await makeLiveStory(curator);
  await db.transaction((tx) => scoreApprovedSuggestion(tx, curator, story.id));
  expect(await entriesOf(curator)).toEqual([]);
});

test("counted clicks earn 2 each up to 20 a share, and the others say why they do not", async () => {
  const { curator, member } = await makeTwo();
  const share = await makeShare(member, await makeLiveStory(curator));
  const job = systemActor(member.organizationId, "score");
  for (let index = 0; index < 8; index += 1) await makeClick(share);
  await makeClick(share, { kind: "bot", counted: false });
  await scoreClicks(job);
  for (let index = 0; index < 4; index += 1) await makeClick(share);
  await Promise.all([scoreClicks(job), scoreClicks(job)]);
  await scoreClicks(job);

  const entries = await entriesOf(member);
  expect(entries.map((entry) => entry.points)).toEqual([...Array(10).fill(2), 0, 0]);
  expect(entries.at(-1)?.reason).toContain("20 points a share at most");
  expect((await daysOf(member)).map((day) => day.points)).toEqual([20]);
});

test("a click before the member's answer waits for it, and a link that was only made earns nothing", async () => {
  const { curator, member } = await makeTwo();
  const open = { state: "intended", confirmedAt: null } as const;
  const share = await makeShare(member, await makeLiveStory(curator), open);
  await makeClick(share);
  const system = systemActor(member.organizationId, "test");
  await scoreClicks(system);
  expect(await entriesOf(member)).toEqual([]);

  await answer(member, share);
  await scoreClicks(system);
  expect((await entriesOf(member)).map(({ rule, points }) => ({ rule, points }))).toEqual([
    { rule: "confirmed_share", points: 10 },
    { rule: "counted_click", points: 2 },
  ]);
});

test("no click is forgotten when its share is confirmed while clicks are scored", async () => {
  const { curator, member } = await makeTwo();
  const system = systemActor(member.organizationId, "test");
  for (let round = 0; round < 15; round += 1) {
    const open = { state: "intended", confirmedAt: null } as const;
    const share = await makeShare(member, await makeLiveStory(curator), open);
    await makeClick(share);
    await Promise.all([scoreClicks(system), answer(member, share), makeClick(share), scoreClicks(system)]);
  }
  await scoreClicks(system);
  const ofClicks = (await entriesOf(member)).filter(({ rule }) => rule === "counted_click");
  expect(ofClicks).toHaveLength(30);
});

test("more clicks than fit in one batch are all scored", async () => {
  const { curator, member } = await makeTwo();
  const share = await makeShare(member, await makeLiveStory(curator));
  const { organizationId, linkId } = share;
  const clickedAt = clock.now();
  const hour = hourOf(clickedAt);
  const hit = { organizationId, linkId, clickedAt, hour, kind: "human", counted: true } as const;
  await db.insert(clicks).values(Array.from({ length: 1001 }, () => ({ ...hit, visitor: newId() })));
  await scoreClicks(systemActor(member.organizationId, "score"));
  expect(await entriesOf(member)).toHaveLength(1001);
});

test("colleagues who share each other's ideas at the same moment do not hold each other up", async () => {
  const { curator, member } = await makeTwo();
  const colleague = await makeActor(member.organizationId);
  const job = systemActor(member.organizationId, "score");
  const shares = [];
  for (let round = 0; round < 6; round += 1) {
    const theirs = await makeLiveStory(curator, { suggestedById: colleague.memberId });
    const ours = await makeLiveStory(curator, { suggestedById: member.memberId });
    shares.push(await makeShare(member, theirs), await makeShare(colleague, ours));
  }
  for (const share of shares) await makeClick(share);

  const confirmations = shares.map((share) => confirm(curator, share));
  await Promise.all([...confirmations, scoreClicks(job), scoreClicks(job)]);
  await scoreClicks(job);
  // Two scored shares, six clicks, and a tenth of what the other earned with as many.
  const expected = 2 * 10 + 6 * 2 + 0.1 * (2 * 10 + 6 * 2);
  for (const one of [member, colleague])
    expect((await daysOf(one)).reduce((sum, day) => sum + day.points, 0)).toBeCloseTo(expected, 4);
});

test("the clicks of another organization are left alone", async () => {
  const { curator, member } = await makeTwo();
  await makeClick(await makeShare(member, await makeLiveStory(curator)));
  const foreigner = await makeForeignActor();
  await scoreClicks(systemActor(foreigner.organizationId, "score"));
  expect(await entriesOf(member)).toEqual([]);
});

test("another organization's actor finds neither the share nor the story", async () => {
  const { curator, member } = await makeTwo();
  const story = await makeLiveStory(curator);
  const share = await makeShare(member, story);
  const foreigner = await makeForeignActor();
  await expect(confirm(foreigner, share)).rejects.toMatchObject({ code: "not_found" });
  await expect(
    db.transaction((tx) => scoreApprovedSuggestion(tx, foreigner, story.id)),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("a share that was not confirmed cannot be scored", async () => {
  const { curator, member } = await makeTwo();
  const share = await makeShare(member, await makeLiveStory(curator), {
    state: "intended",
    confirmedAt: null,
  });
  await expect(confirm(member, share)).rejects.toMatchObject({ code: "not_found" });
});

test("a story in review has not earned its suggestion anything yet", async () => {
  const { curator } = await makeTwo();
  const originator = memberActor(await makeMember(curator.organizationId));
  const story = await makeStory(curator, { state: "in_review", suggestedById: originator.memberId });
  await db.transaction((tx) => scoreApprovedSuggestion(tx, curator, story.id));
  expect(await entriesOf(originator)).toEqual([]);
});

test("a confirmation leaves the months before the share alone, and brings the share's first hour back", async () => {
  const { curator, member } = await makeTwo();
  const intendedAt = new Date("1981-02-01T00:30Z");
  const open = { state: "intended", confirmedAt: null, intendedAt } as const;
  const share = await makeShare(member, await makeLiveStory(curator), open);
  await makeClick(await makeShare(member, await makeLiveStory(curator)), {
    clickedAt: new Date("1981-01-31T23:59Z"),
  });
  await makeClick(share, { clickedAt: intendedAt });
  await scoreClicks(systemActor(member.organizationId, "test"));

  const locked = await db.transaction(async (tx) => {
    await tx
      .update(shares)
      .set({ state: "confirmed", confirmedAt: clock.now() })
      .where(eq(shares.id, share.id));
    await scoreConfirmedShare(tx, member, share.id);
    const { rows } = z.object({ rows: z.array(z.object({ name: z.string() })) }).parse(
      await tx.execute(sql`select relation::regclass::text as name from pg_locks
        where pid = pg_backend_pid() and mode = 'RowExclusiveLock'`),
    );
    return rows.map(({ name }) => name);
  });
  expect(locked).toContain("clicks_1981_02");
  expect(locked).not.toContain("clicks_1981_01");
  await scoreClicks(systemActor(member.organizationId, "test"));
  expect(
    (await entriesOf(member)).filter(({ shareId, rule }) => shareId === share.id && rule === "counted_click"),
  ).toHaveLength(1);
});
