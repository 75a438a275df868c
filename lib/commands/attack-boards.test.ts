import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { members, teamManagers } from "#db/schema/members.ts";
import { teams as teamsTable } from "#db/schema/teams.ts";
import { acme } from "#db/seed/acme/company.ts";
import { planDemo } from "#db/seed/seed.ts";
import { type MemberActor, memberActor } from "#lib/auth/actor.ts";
import { getBoard, listBoardGroups } from "#lib/boards/queries.ts";
import { type BoardFilters, boardViews, boardWindows, smallestGroup } from "#lib/boards/schemas.ts";
import { turnBoards } from "#lib/boards/turns/mutations.ts";
import { clock } from "#lib/clock.ts";
import { givePointsToAll, makeOrganization } from "#lib/test/factories.ts";
import { seedRules } from "./seed-rules.ts";

afterEach(() => vi.restoreAllMocks());

const day = "2026-03-30";
let now = Date.UTC(2026, 2, 31, 12);

/** Boards remember the lines of teams for a minute. */
function letTimePass(): void {
  now += 120_000;
  vi.spyOn(clock, "now").mockReturnValue(new Date(now));
}

/** The people and teams of the medium demo: 600, of whom some go by an alias or are absent. Points are made up: who is hidden has fewest. */
async function makeMediumCompany() {
  letTimePass();
  const { rows, companies } = planDemo({ size: "medium", now: clock.now(), seed: "attack" }, seedRules);
  const planned = companies.find(({ company }) => company.seed.slug === acme.slug);
  if (!planned) throw new Error("The demo has it.");
  const { id: organizationId } = await makeOrganization({ timeZone: "UTC" });
  const ours = <Row extends { organizationId: string }>(all: readonly Row[]) =>
    all
      .filter((row) => row.organizationId === planned.company.organization.id)
      .map((row) => ({ ...row, organizationId }));
  await db.insert(teamsTable).values(ours(rows.teams));
  await db.insert(members).values(ours(rows.members).map((row) => ({ ...row, userId: null })));
  await db.insert(teamManagers).values(ours(rows.teamManagers));

  const [campaign] = await db
    .insert(campaigns)
    .values({ organizationId, name: "Fair", startsOn: "2026-03-01", endsOn: "2026-04-30" })
    .returning();
  const people = await db.select().from(members).where(eq(members.organizationId, organizationId));
  const points = new Map(
    people.map(({ id, boardName }, index) => [
      id,
      boardName === "name" ? 1000 + (index % 97) : 1 + (index % 40),
    ]),
  );
  const isManager = ({ roles }: { roles: readonly string[] }) => roles.includes("manager");
  return {
    ...{ organizationId, people, points, campaignId: campaign?.id ?? "" },
    teams: await db
      .select({ id: teamsTable.id })
      .from(teamsTable)
      .where(eq(teamsTable.organizationId, organizationId)),
    managers: people.filter(isManager).map(memberActor),
    employees: people.filter((person) => !isManager(person)).map(memberActor),
  };
}

type Company = Awaited<ReturnType<typeof makeMediumCompany>>;

/** Rows of everybody but those by alias, which say what they may, for all filters: a manager sees the teams, too. */
async function seeAll({ managers, employees, teams, campaignId }: Company, groups: string[]) {
  letTimePass();
  const seen: [string, unknown[] | undefined][] = [];
  const look = async (viewer: MemberActor | undefined, filters: BoardFilters) => {
    if (!viewer) throw new Error("The demo has managers and employees.");
    const board = await getBoard(viewer, filters).catch(() => null);
    seen.push([JSON.stringify(filters), board?.rows.filter(({ isAlias }) => !isAlias)]);
  };
  for (const view of boardViews) await look(employees[0], { view, window: "30", campaign: campaignId });
  for (const window of boardWindows) {
    const asked: BoardFilters[] = [
      { view: "teams", window },
      { view: "people", window },
      ...groups.map((group) => ({ view: "people" as const, window, group })),
    ];
    for (const filters of asked) await look(employees[0], filters);
    for (const manager of managers)
      for (const { id } of teams) await look(manager, { view: "people", window, team: id });
  }
  return seen;
}

test("nobody of the medium demo is told apart, by anybody, with any filters", async () => {
  const company = await makeMediumCompany();
  const { organizationId, people, points, employees } = company;
  const [viewer] = employees;
  if (!viewer) throw new Error("The demo has employees.");
  const score = async () => {
    await givePointsToAll(
      organizationId,
      [...points].map(([memberId, given]) => ({ memberId, day, points: given })),
    );
    await turnBoards(organizationId);
    // As if a campaign had brought it all.
    await db.execute(sql`insert into standings (organization_id, board, member_id, points, points_before)
      select organization_id, ${`campaign:${company.campaignId}`}, member_id, points, points_before from standings
      where organization_id = ${organizationId} and board = 'all'`);
  };
  await score();
  const groups = await listBoardGroups(viewer);
  expect(groups.length).toBeGreaterThan(3);
  const before = await seeAll(company, groups);
  expect(before.filter(([, rows]) => rows && rows.length > 0).length).toBeGreaterThan(30);

  const hidden = people.filter(({ boardName }) => boardName !== "name");
  const byTeam = [...Map.groupBy(hidden, ({ teamId }) => teamId).values()];
  // Teams in which fewer than five are hidden: whatever each of them earns, nothing that anybody sees is another.
  const few = byTeam.filter((them) => them.length < smallestGroup).flat();
  for (const [index, { id }] of few.entries()) points.set(id, 50 + (index % 45));
  // The others: who of the five or more has which points makes no difference, only what they have together.
  const many = byTeam.filter((them) => them.length >= smallestGroup);
  for (const them of many) {
    const given = them.map(({ id }) => points.get(id) ?? 0);
    for (const [index, { id }] of them.entries()) points.set(id, given[(index + 1) % given.length] ?? 0);
  }
  expect(few.length + many.length).toBeGreaterThan(0);
  await score();
  expect(await seeAll(company, groups)).toEqual(before);

  // The attack can succeed: what somebody who shows their name earns is seen.
  const named = people.find(({ boardName, isExecutive }) => boardName === "name" && !isExecutive);
  points.set(named?.id ?? "", 5000);
  await score();
  expect(await seeAll(company, groups)).not.toEqual(before);
}, 240_000);
