import { afterEach, expect, test, vi } from "vitest";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { givePoints, makeActor, makeManager, makeOrganization, makeTeam } from "#lib/test/factories.ts";
import { getBoard } from "./queries.ts";
import { type BoardFilters, boardViews, boardWindows, smallestGroup } from "./schemas.ts";

afterEach(() => vi.restoreAllMocks());

const day = "2026-03-30";
let now = Date.UTC(2026, 2, 31, 12);

/** Boards remember their totals for some seconds. */
function letTimePass(): void {
  now += 60_000;
  vi.spyOn(clock, "now").mockReturnValue(new Date(now));
}

type Hidden = { member: MemberActor; alias: string | null; isAlone: boolean };

/** Teams of several sizes, each with another number of people who do not show their name. */
async function makeCompany() {
  letTimePass();
  const { id } = await makeOrganization({ timeZone: "UTC" });
  const hidden: Hidden[] = [];
  const managers: MemberActor[] = [];
  const teams: string[] = [];
  for (const [size, hiddenOnes] of [
    [6, 0],
    [7, 1],
    [8, 2],
    [9, 4],
    [12, 5],
    [12, 7],
    [5, 1],
    [4, 1],
  ] as const) {
    const team = await makeTeam(id);
    teams.push(team.id);
    managers.push(await makeManager(id, team.id));
    for (let person = 0; person < size; person += 1) {
      const alias = `Alias ${teams.length} ${person}`;
      const boardName = person >= hiddenOnes ? "name" : person % 2 ? "alias" : "absent";
      const member = await makeActor(id, ["employee"], {
        ...{ teamId: team.id, name: `Person ${teams.length} ${person}`, boardName, alias },
      });
      await give(member, 10 + 3 * person + teams.length);
      if (boardName !== "name")
        hidden.push({
          member,
          alias: boardName === "alias" ? alias : null,
          isAlone: hiddenOnes < smallestGroup,
        });
    }
  }
  return { hidden, teams, viewers: [...managers, await makeActor(id, ["employee", "admin", "curator"])] };
}

const give = (member: MemberActor, points: number): Promise<void> => givePoints(member, { [day]: points });

/** All that everybody can see, by every combination of filters; an alias's own row, which says what it may, left out. */
async function seeEverything(viewers: MemberActor[], teams: string[], without: string | null) {
  letTimePass();
  const seen: unknown[] = [];
  for (const viewer of viewers)
    for (const view of boardViews)
      for (const window of boardWindows)
        for (const team of [undefined, ...teams]) {
          if (team && view === "teams") continue;
          const filters: BoardFilters = { view, window, ...(team && { team }) };
          const board = await getBoard(viewer, filters).catch(() => null);
          const rows = board?.rows.filter(({ name }) => name !== without);
          // A place among all says only how many have more.
          const bare = rows?.map(({ rank: _, movement: __, ...row }) =>
            view === "people" ? row : { ...row, rank: _ },
          );
          seen.push([filters, bare]);
        }
  return seen;
}

test("whatever a hidden member earns, nobody sees a figure change, unless five or more may have earned it", async () => {
  const { hidden, teams, viewers } = await makeCompany();
  const few = hidden.filter(({ isAlone }) => isAlone);
  expect(few.length).toBeGreaterThan(5);
  for (const { member, alias } of few) {
    const before = await seeEverything(viewers.slice(-2), teams, alias);
    await give(member, 1000);
    expect(await seeEverything(viewers.slice(-2), teams, alias)).toEqual(before);
  }
}, 120_000);

test("the figures of a team with five who are hidden are of everybody in it, so that averages stay fair", async () => {
  const { hidden, viewers } = await makeCompany();
  const [viewer] = viewers.slice(-1);
  const one = hidden.find(({ isAlone }) => !isAlone);
  if (!viewer || !one) throw new Error("the company has both");
  const filters: BoardFilters = { view: "teams", window: "30" };
  letTimePass();
  const before = (await getBoard(viewer, filters)).rows.map(({ name, points }) => `${name} ${points}`);
  await give(one.member, 1000);
  letTimePass();
  const after = (await getBoard(viewer, filters)).rows.map(({ name, points }) => `${name} ${points}`);
  expect(after.filter((row) => !before.includes(row))).toHaveLength(1);
});
