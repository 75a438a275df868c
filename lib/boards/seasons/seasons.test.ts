import { eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { seasonResults } from "#db/schema/boards.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreDays } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { Fact } from "#lib/scores/fact.ts";
import { appendFacts } from "#lib/scores/journal/mutations.ts";
import { givePoints, makeActor, makeForeignActor, makeOrganization, makeTeam } from "#lib/test/factories.ts";
import { turnBoards } from "../turns/mutations.ts";
import { tendBoards } from "../turns/tending/mutations.ts";
import { closeSeason } from "./closing/mutations.ts";
import { findJustClosed, getClosedSeason, getSeason, listSeasons } from "./queries.ts";

afterEach(() => vi.restoreAllMocks());

const goTo = (day: string) => vi.spyOn(clock, "now").mockReturnValue(new Date(`${day}T12:00:00Z`));

/** An organization in the last quarter of 2026 whose third quarter ended. */
async function makePlace() {
  goTo("2026-10-02");
  const { id } = await makeOrganization({ timeZone: "UTC" });
  const team = await makeTeam(id, { name: "Harbour" });
  const admin = await makeActor(id, ["employee", "admin"], { name: "Root" });
  const people = await Promise.all(
    ["Ada", "Ben", "Cy", "Dee", "Eve"].map((name) => makeActor(id, ["employee"], { name, teamId: team.id })),
  );
  for (const [index, person] of people.entries()) await givePoints(person, { "2026-09-30": 50 - 10 * index });
  await givePoints(admin, { "2026-10-01": 500 });
  await turnBoards(id);
  const season = (await listSeasons(admin)).find(({ name }) => name === "Q3 2026");
  if (!season) throw new Error("The season has ended.");
  return { id, admin, people, season };
}

const shown = (rows: { name: string; rank: number | null; points: number }[]) =>
  rows.map(({ name, rank, points }) => [rank, name, points]);

test("an admin closes an ended season, and everybody reads how it ended", async () => {
  const { admin, people, season } = await makePlace();
  const [ada] = people;
  if (!ada) throw new Error("five were made");
  expect(season.state).toBe("ended");
  await expect(closeSeason(ada, { seasonId: season.id, note: "" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await closeSeason(admin, { seasonId: season.id, note: "Thank you all." });

  const closed = await getClosedSeason(ada, season.id);
  expect(shown(closed.people)).toEqual([
    [1, "Ada", 50],
    [2, "Ben", 40],
    [3, "Cy", 30],
    [4, "Dee", 20],
    [5, "Eve", 10],
  ]);
  expect(shown(closed.teams)).toEqual([[1, "Harbour", 30]]);
  expect(closed).toMatchObject({ state: "closed", own: { name: "Ada", rank: 1 }, executives: [] });
  expect(closed.closing).toMatchObject({ byName: "Root", note: "Thank you all." });
  expect(await findJustClosed(ada)).toEqual({ id: season.id, name: "Q3 2026" });
  goTo("2026-10-30");
  expect(await findJustClosed(ada)).toBeNull();
});

test("a season cannot be closed while it runs, and closing it twice is the same as once", async () => {
  const { admin, season } = await makePlace();
  const running = (await listSeasons(admin)).find(({ state }) => state === "running");
  await expect(closeSeason(admin, { seasonId: running?.id ?? "", note: "" })).rejects.toMatchObject({
    code: "conflict",
  });
  await Promise.all([
    closeSeason(admin, { seasonId: season.id, note: "First" }),
    closeSeason(admin, { seasonId: season.id, note: "Second" }),
  ]);
  const closed = await getClosedSeason(admin, season.id);
  expect(["First", "Second"]).toContain(closed.closing.note);
  await closeSeason(admin, { seasonId: season.id, note: "Third" });
  expect(await getClosedSeason(admin, season.id)).toEqual(closed);
});

test("results never change, and people are shown as they choose today", async () => {
  const { admin, people, season } = await makePlace();
  const [ada, ben, cy] = people;
  if (!ada || !ben || !cy) throw new Error("five were made");
  await closeSeason(admin, { seasonId: season.id, note: "" });
  await givePoints(cy, { "2026-09-29": 900 });
  await turnBoards(admin.organizationId);
  await db.update(members).set({ boardName: "absent" }).where(eq(members.id, ada.memberId));
  await db.update(members).set({ boardName: "alias", alias: "Heron" }).where(eq(members.id, ben.memberId));

  const { people: rows } = await getClosedSeason(cy, season.id);
  expect(shown(rows)).toEqual([
    [2, "Heron", 40],
    [3, "Cy", 30],
    [4, "Dee", 20],
    [5, "Eve", 10],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Ada|Ben/);
  expect((await getClosedSeason(ada, season.id)).own).toMatchObject({ rank: 1, points: 50 });
  await expect(
    db.update(seasonResults).set({ points: 1 }).where(eq(seasonResults.seasonId, season.id)),
  ).rejects.toThrow();
});

test("a season that nobody closes is closed a week after its end, and not before it was there for a week", async () => {
  const { admin, season } = await makePlace();
  goTo("2026-10-09");
  await tendBoards();
  expect(await getSeason(admin, season.id)).toMatchObject({ state: "ended", closesOn: "2026-10-10" });
  goTo("2026-10-10");
  await tendBoards();
  expect(await getClosedSeason(admin, season.id)).toMatchObject({ closing: { byName: null, note: "" } });
});

test("executives are placed among themselves, and where only teams are shown nobody is", async () => {
  const { id, admin, people, season } = await makePlace();
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("five were made");
  await db.update(members).set({ isExecutive: true }).where(eq(members.id, ada.memberId));
  await closeSeason(admin, { seasonId: season.id, note: "" });
  const closed = await getClosedSeason(ben, season.id);
  expect(shown(closed.people)[0]).toEqual([1, "Ben", 40]);
  expect(shown(closed.executives)).toEqual([[1, "Ada", 50]]);

  await db.update(organizations).set({ boardMode: "teams" }).where(eq(organizations.id, id));
  expect(await getClosedSeason(ben, season.id)).toMatchObject({ people: [], executives: [], own: null });
  await db.update(organizations).set({ boardMode: "off" }).where(eq(organizations.id, id));
  await expect(getClosedSeason(ben, season.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(listSeasons(ben)).rejects.toMatchObject({ code: "not_found" });
});

test("another organization's season is not found", async () => {
  const { season } = await makePlace();
  const foreigner = await makeForeignActor();
  await expect(getSeason(foreigner, season.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(getClosedSeason(foreigner, season.id)).rejects.toMatchObject({ code: "not_found" });
  await expect(closeSeason(foreigner, { seasonId: season.id, note: "" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("admins read which points may be rewarded, and members their own", async () => {
  const { admin, people, season } = await makePlace();
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("five were made");
  await db.update(scoreDays).set({ rewardPoints: 35 }).where(eq(scoreDays.memberId, ada.memberId));
  await closeSeason(admin, { seasonId: season.id, note: "" });
  expect((await getClosedSeason(admin, season.id)).people[0]).toMatchObject({ points: 50, rewardPoints: 35 });
  expect((await getClosedSeason(ada, season.id)).own).toMatchObject({ rewardPoints: 35 });
  const { people: seen } = await getClosedSeason(ben, season.id);
  expect(seen.every(({ rewardPoints }) => rewardPoints === null)).toBe(true);
});

test("what all did together leaves out shares that were taken back", async () => {
  const { id, admin, people, season } = await makePlace();
  const [ada, ben] = people;
  if (!ada || !ben) throw new Error("five were made");
  const fact = (
    kind: "share" | "click" | "withdrawal",
    { memberId }: MemberActor,
    shareId: string,
  ): Fact => ({
    ...{ organizationId: id, kind, memberId, shareId, storyId: null, data: { title: "A story" } },
    factId: kind === "click" ? newId() : shareId,
    ...{ occurredAt: new Date("2026-09-30T10:00:00Z"), day: "2026-09-30" },
  });
  const [kept, taken] = [newId(), newId()];
  await db.transaction((tx) =>
    appendFacts(tx, id, [
      fact("share", ada, kept),
      fact("click", ada, kept),
      fact("share", ben, taken),
      fact("withdrawal", ben, taken),
    ]),
  );
  await closeSeason(admin, { seasonId: season.id, note: "" });
  expect((await getClosedSeason(ada, season.id)).closing.figures).toEqual({
    ...{ shares: 1, people: 1, clicks: 1, ideas: 0, pledges: 0 },
  });
});
