import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { scoreDays } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { makeActor, makeForeignActor, makeManager, makeOrganization, makeTeam } from "#lib/test/factories.ts";
import { getBoard } from "./queries.ts";
import { boardFilters } from "./schemas.ts";

const filters = (values: Record<string, string> = {}) => boardFilters.parse(values);

afterEach(() => vi.restoreAllMocks());

async function makePlace() {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-03-31T12:00Z"));
  return (await makeOrganization({ timeZone: "UTC" })).id;
}

async function give({ organizationId, memberId }: MemberActor, points: Record<string, number>) {
  const days = Object.entries(points).map(([day, value]) => ({
    organizationId,
    memberId,
    day,
    points: value,
  }));
  await db.insert(scoreDays).values(days);
}

const shown = (rows: { name: string; rank: number | null; points: number }[]) =>
  rows.map(({ name, rank, points }) => [rank, name, points]);

test("people are ranked by the window's points, and equals share a rank", async () => {
  const organizationId = await makePlace();
  const [ada, ben, cy, dee, eve] = await Promise.all(
    ["Ada", "Ben", "Cy", "Dee", "Eve"].map((name) => makeActor(organizationId, ["employee"], { name })),
  );
  if (!ada || !ben || !cy || !dee || !eve) throw new Error("five were made");
  await give(ada, { "2026-03-31": 30, "2026-01-01": 500 });
  await give(ben, { "2026-03-02": 20 });
  await give(cy, { "2026-03-20": 12.5, "2026-03-21": 7.5 });
  await give(dee, { "2026-03-25": 5 });
  await give(eve, { "2026-03-01": 99 });

  const month = await getBoard(ada, filters());
  expect(shown(month.rows)).toEqual([
    [1, "Ada", 30],
    [2, "Ben", 20],
    [2, "Cy", 20],
    [4, "Dee", 5],
  ]);
  expect(shown((await getBoard(ada, filters({ window: "7" }))).rows)).toEqual([
    [1, "Ada", 30],
    [2, "Dee", 5],
  ]);
  expect(shown((await getBoard(ada, filters({ window: "all" }))).rows)[0]).toEqual([1, "Ada", 530]);
});

test("movement is the change of place since a week ago, and weeks end today", async () => {
  const organizationId = await makePlace();
  const ada = await makeActor(organizationId, ["employee"], { name: "Ada" });
  const ben = await makeActor(organizationId, ["employee"], { name: "Ben" });
  await give(ada, { "2026-03-24": 10, "2026-03-25": 10 });
  await give(ben, { "2026-03-24": 15 });
  const { rows } = await getBoard(ada, filters());
  expect(rows.map(({ name, movement }) => [name, movement])).toEqual([
    ["Ada", 1],
    ["Ben", -1],
  ]);
  expect(rows[0]?.weeks).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 10]);
});

test("an alias row holds nothing of the person, and an absent member sees only their own row", async () => {
  const organizationId = await makePlace();
  const team = await makeTeam(organizationId, { name: "Night shift" });
  const masked = await makeActor(organizationId, ["employee"], {
    name: "Grace Hopper",
    email: `grace-${organizationId}@acme.test`,
    alias: "Quiet heron",
    boardName: "alias",
    teamId: team.id,
  });
  const absent = await makeActor(organizationId, ["employee"], { name: "Alan", boardName: "absent" });
  const other = await makeActor(organizationId, ["employee"], { name: "Ben" });
  await give(masked, { "2026-03-30": 10 });
  await give(absent, { "2026-03-30": 20 });

  const seen = await getBoard(other, filters());
  expect(shown(seen.rows)).toEqual([[1, "Quiet heron", 10]]);
  const sent = JSON.stringify(seen);
  for (const secret of ["Grace", "Hopper", "GH", masked.memberId, absent.memberId, "Alan", "Night shift"])
    expect(sent).not.toContain(secret);

  const own = await getBoard(absent, filters());
  expect(own).toMatchObject({ own: { name: "Alan", rank: 1, points: 20 }, ownNote: "absent" });
  expect(shown(own.rows)).toEqual([[1, "Quiet heron", 10]]);
});

test("somebody without points is on nobody's board but sees their own row", async () => {
  const organizationId = await makePlace();
  const ada = await makeActor(organizationId, ["employee"], { name: "Ada" });
  const ben = await makeActor(organizationId, ["employee"], { name: "Ben" });
  await give(ada, { "2026-03-30": 10 });
  expect(shown((await getBoard(ada, filters())).rows)).toEqual([[1, "Ada", 10]]);
  expect(await getBoard(ben, filters())).toMatchObject({
    own: { name: "Ben", rank: null },
    ownNote: "no_points",
  });
});

test("who is suspended or has not joined is on no board", async () => {
  const organizationId = await makePlace();
  const viewer = await makeActor(organizationId);
  await give(await makeActor(organizationId, ["employee"], { suspendedAt: clock.now() }), {
    "2026-03-30": 10,
  });
  await give(await makeActor(organizationId, ["employee"], { joinedAt: null }), { "2026-03-30": 10 });
  expect((await getBoard(viewer, filters())).rows).toEqual([]);
});

test("teams are ranked by points per person, and a team of four is not shown", async () => {
  const organizationId = await makePlace();
  const [big, five, four] = [
    await makeTeam(organizationId, { name: "Big" }),
    await makeTeam(organizationId, { name: "Five" }),
    await makeTeam(organizationId, { name: "Four" }),
  ];
  const makePeople = (teamId: string, count: number) =>
    Promise.all(Array.from({ length: count }, () => makeActor(organizationId, ["employee"], { teamId })));
  const [bigs, fives, fours] = [
    await makePeople(big.id, 8),
    await makePeople(five.id, 5),
    await makePeople(four.id, 4),
  ];
  for (const member of bigs) await give(member, { "2026-03-30": 10 });
  for (const member of fives) await give(member, { "2026-03-30": 12 });
  for (const member of fours) await give(member, { "2026-03-30": 99 });

  const [viewer] = fours;
  if (!viewer) throw new Error("four were made");
  const board = await getBoard(viewer, filters({ view: "teams" }));
  expect(shown(board.rows)).toEqual([
    [1, "Five", 12],
    [2, "Big", 10],
  ]);
  expect(board).toMatchObject({ own: null, ownNote: "too_small" });
});

test("a manager sees the people of a team they manage, without those who go by an alias", async () => {
  const organizationId = await makePlace();
  const team = await makeTeam(organizationId);
  const manager = await makeManager(organizationId, team.id);
  for (const name of ["Ada", "Ben", "Cy", "Dee"]) {
    await give(await makeActor(organizationId, ["employee"], { name, teamId: team.id }), {
      "2026-03-30": 10,
    });
  }
  const masked = { name: "Eve", alias: "Heron", boardName: "alias", teamId: team.id } as const;
  await give(await makeActor(organizationId, ["employee"], masked), { "2026-03-30": 50 });
  await give(await makeActor(organizationId, ["employee"], { name: "Elsewhere" }), { "2026-03-30": 90 });

  const board = await getBoard(manager, filters({ team: team.id }));
  expect(board.rows.map((row) => row.name)).toEqual(["Ada", "Ben", "Cy", "Dee"]);
  expect(board.managedTeams).toEqual([{ id: team.id, name: team.name }]);
});

test("a team of fewer than five is not shown as a group, to its manager neither", async () => {
  const organizationId = await makePlace();
  const team = await makeTeam(organizationId);
  const manager = await makeManager(organizationId, team.id);
  await give(await makeActor(organizationId, ["employee"], { teamId: team.id }), { "2026-03-30": 10 });
  expect(await getBoard(manager, filters({ team: team.id }))).toMatchObject({ isTooSmall: true, rows: [] });
});

test("a team that one does not manage is forbidden, also to an employee and an admin", async () => {
  const organizationId = await makePlace();
  const team = await makeTeam(organizationId);
  const others = await makeManager(organizationId, (await makeTeam(organizationId)).id);
  for (const actor of [
    others,
    await makeActor(organizationId),
    await makeActor(organizationId, ["admin", "curator"]),
  ])
    await expect(getBoard(actor, filters({ team: team.id }))).rejects.toMatchObject({ code: "forbidden" });
});

test("another organization's team is not found, and its people are on no board of ours", async () => {
  const organizationId = await makePlace();
  const team = await makeTeam(organizationId);
  await give(await makeActor(organizationId, ["employee"], { teamId: team.id }), { "2026-03-30": 10 });
  const foreigner = await makeForeignActor();
  await expect(getBoard(foreigner, filters({ team: team.id }))).rejects.toMatchObject({ code: "not_found" });
  expect((await getBoard(foreigner, filters())).rows).toEqual([]);
});

test("an organization without boards has none, and one with teams only shows nobody", async () => {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-03-31T12:00Z"));
  const off = await makeActor((await makeOrganization({ boardMode: "off" })).id, ["employee", "admin"]);
  await expect(getBoard(off, filters())).rejects.toMatchObject({ code: "not_found" });
  const { id } = await makeOrganization({ boardMode: "teams" });
  const team = await makeTeam(id);
  const manager = await makeManager(id, team.id);
  await expect(getBoard(manager, filters())).rejects.toMatchObject({ code: "forbidden" });
  await expect(getBoard(manager, filters({ team: team.id }))).rejects.toMatchObject({ code: "forbidden" });
  expect(await getBoard(manager, filters({ view: "teams" }))).toMatchObject({
    hasPeople: false,
    managedTeams: [],
  });
});
