import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { clock } from "#lib/clock.ts";
import { appendFacts } from "#lib/scores/journal/mutations.ts";
import {
  givePoints,
  makeActor,
  makeForeignActor,
  makeManager,
  makeOrganization,
  makeTeam,
} from "#lib/test/factories.ts";
import { getBoard, listBoardGroups } from "./queries.ts";
import { boardFilters } from "./schemas.ts";

const filters = (values: Record<string, string> = {}) => boardFilters.parse(values);

afterEach(() => vi.restoreAllMocks());

async function makePlace() {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-03-31T12:00Z"));
  return (await makeOrganization({ timeZone: "UTC" })).id;
}

const shown = (rows: { name: string; rank: number | null; points: number }[]) =>
  rows.map(({ name, rank, points }) => [rank, name, points]);

test("people are ranked by the window's points, and equals share a rank", async () => {
  const organizationId = await makePlace();
  const [ada, ben, cy, dee, eve] = await Promise.all(
    ["Ada", "Ben", "Cy", "Dee", "Eve"].map((name) => makeActor(organizationId, ["employee"], { name })),
  );
  if (!ada || !ben || !cy || !dee || !eve) throw new Error("five were made");
  await givePoints(ada, { "2026-03-31": 30, "2026-01-01": 500 });
  await givePoints(ben, { "2026-03-02": 20 });
  await givePoints(cy, { "2026-03-20": 12.5, "2026-03-21": 7.5 });
  await givePoints(dee, { "2026-03-25": 5 });
  await givePoints(eve, { "2026-03-01": 99 });

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
  await givePoints(ada, { "2026-03-24": 10, "2026-03-25": 10 });
  await givePoints(ben, { "2026-03-24": 15 });
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
  await givePoints(masked, { "2026-03-30": 10 });
  await givePoints(absent, { "2026-03-30": 20 });

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
  await givePoints(ada, { "2026-03-30": 10 });
  expect(shown((await getBoard(ada, filters())).rows)).toEqual([[1, "Ada", 10]]);
  expect(await getBoard(ben, filters())).toMatchObject({
    own: { name: "Ben", rank: null },
    ownNote: "no_points",
  });
});

test("who is suspended or has not joined is on no board", async () => {
  const organizationId = await makePlace();
  const viewer = await makeActor(organizationId);
  await givePoints(await makeActor(organizationId, ["employee"], { suspendedAt: clock.now() }), {
    "2026-03-30": 10,
  });
  await givePoints(await makeActor(organizationId, ["employee"], { joinedAt: null }), { "2026-03-30": 10 });
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
  for (const member of bigs) await givePoints(member, { "2026-03-30": 10 });
  for (const member of fives) await givePoints(member, { "2026-03-30": 12 });
  for (const member of fours) await givePoints(member, { "2026-03-30": 99 });

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
    await givePoints(await makeActor(organizationId, ["employee"], { name, teamId: team.id }), {
      "2026-03-30": 10,
    });
  }
  const masked = { name: "Eve", alias: "Heron", boardName: "alias", teamId: team.id } as const;
  await givePoints(await makeActor(organizationId, ["employee"], masked), { "2026-03-30": 50 });
  await givePoints(await makeActor(organizationId, ["employee"], { name: "Elsewhere" }), {
    "2026-03-30": 90,
  });

  const board = await getBoard(manager, filters({ team: team.id }));
  expect(board.rows.map((row) => row.name)).toEqual(["Ada", "Ben", "Cy", "Dee"]);
  expect(board.managedTeams).toEqual([{ id: team.id, name: team.name }]);
});

test("a team of fewer than five is not shown as a group, to its manager neither", async () => {
  const organizationId = await makePlace();
  const team = await makeTeam(organizationId);
  const manager = await makeManager(organizationId, team.id);
  await givePoints(await makeActor(organizationId, ["employee"], { teamId: team.id }), { "2026-03-30": 10 });
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
  await givePoints(await makeActor(organizationId, ["employee"], { teamId: team.id }), { "2026-03-30": 10 });
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

test("executives are placed among themselves, and see where they would be among all", async () => {
  const organizationId = await makePlace();
  const [chief, ...others] = await Promise.all(
    ["Ada", "Ben", "Cy", "Dee", "Eve"].map((name) =>
      makeActor(organizationId, ["employee"], { name, isExecutive: true }),
    ),
  );
  const [ann, zoe] = await Promise.all(
    ["Ann", "Zoe"].map((name) => makeActor(organizationId, ["employee"], { name })),
  );
  if (!chief || !ann || !zoe) throw new Error("seven were made");
  await givePoints(chief, { "2026-03-30": 100 });
  for (const other of others) await givePoints(other, { "2026-03-30": 10 });
  await givePoints(ann, { "2026-03-30": 300 });
  await givePoints(zoe, { "2026-03-30": 20 });

  expect(shown((await getBoard(ann, filters())).rows)).toEqual([
    [1, "Ann", 300],
    [2, "Zoe", 20],
  ]);
  expect(await getBoard(chief, filters())).toMatchObject({
    own: { name: "Ada", rank: 2 },
    ownNote: "executive",
  });
  expect(await listBoardGroups(ann)).toEqual(["executives"]);
  const apart = await getBoard(ann, filters({ group: "executives" }));
  expect(shown(apart.rows).slice(0, 2)).toEqual([
    [1, "Ada", 100],
    [2, "Ben", 10],
  ]);
});

test("people are placed among those who do the same, without aliases, and a group of four is not shown", async () => {
  const organizationId = await makePlace();
  const make = (name: string, values: object) => makeActor(organizationId, ["employee"], { name, ...values });
  const sales = { jobFunction: "Sales", region: "North" };
  const people = await Promise.all(["Ada", "Ben", "Cy", "Dee"].map((name) => make(name, sales)));
  const masked = await make("Eve", { ...sales, alias: "Heron", boardName: "alias" });
  const other = await make("Fay", { jobFunction: "Legal", region: "South" });
  for (const [index, person] of people.entries()) await givePoints(person, { "2026-03-30": 10 + index });
  await givePoints(masked, { "2026-03-30": 90 });
  await givePoints(other, { "2026-03-30": 80 });

  expect(await listBoardGroups(other)).toEqual(["function:Sales", "region:North"]);
  const group = filters({ group: "function:Sales" });
  const seen = await getBoard(other, group);
  expect(seen.rows.map(({ name }) => name)).toEqual(["Dee", "Cy", "Ben", "Ada"]);
  expect(seen).toMatchObject({ own: { name: "Fay", rank: 2 }, ownNote: "among_all" });
  expect((await getBoard(masked, group)).rows[0]).toMatchObject({ name: "Heron", rank: 1, isOwn: true });
  expect(await getBoard(other, filters({ group: "function:Legal" }))).toMatchObject({
    isTooSmall: true,
    rows: [],
  });
});

test("a campaign's board has what its stories brought, for those whom it asks", async () => {
  const organizationId = await makePlace();
  const [ada, ben] = [
    await makeActor(organizationId, ["employee"], { name: "Ada" }),
    await makeActor(organizationId, ["employee"], { name: "Ben", alias: "Heron", boardName: "alias" }),
  ];
  const [campaign] = await db
    .insert(campaigns)
    .values({ organizationId, name: "Fair", startsOn: "2026-03-01", endsOn: "2026-04-30" })
    .returning();
  if (!campaign) throw new Error("it was made");
  for (const [member, points, campaignId] of [
    [ada, 10, campaign.id],
    [ada, 50, undefined],
    [ben, 20, campaign.id],
  ] as const)
    await db.transaction((tx) =>
      appendFacts(tx, organizationId, [
        {
          ...{ organizationId, kind: "correction", factId: newId(), memberId: member.memberId },
          ...{ shareId: null, storyId: null, occurredAt: clock.now(), day: "2026-03-30" },
          data: { title: "", points, reason: "A test.", ...(campaignId && { campaignId }) },
        },
      ]),
    );
  const board = await getBoard(ada, filters({ campaign: campaign.id }));
  expect(shown(board.rows)).toEqual([[1, "Ada", 10]]);
  expect(board.campaign).toEqual({ id: campaign.id, name: "Fair" });
  expect((await getBoard(ben, filters({ campaign: campaign.id }))).own).toMatchObject({
    name: "Heron",
    points: 20,
  });
  await expect(getBoard(await makeForeignActor(), filters({ campaign: campaign.id }))).rejects.toMatchObject({
    code: "not_found",
  });
});

test("the running season has a board of its own", async () => {
  const organizationId = await makePlace();
  const ada = await makeActor(organizationId, ["employee"], { name: "Ada" });
  await givePoints(ada, { "2025-12-31": 99, "2026-01-01": 5, "2026-03-31": 7 });
  const board = await getBoard(ada, filters({ window: "season" }));
  expect(board.season).toMatchObject({ name: "Q1 2026", endsOn: "2026-03-31" });
  expect(shown(board.rows)).toEqual([[1, "Ada", 12]]);
});
