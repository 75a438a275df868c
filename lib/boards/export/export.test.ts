import { afterEach, expect, test, vi } from "vitest";
import { clock } from "#lib/clock.ts";
import { givePoints, makeActor, makeManager, makeOrganization, makeTeam } from "#lib/test/factories.ts";
import { listLooks } from "../looks/queries.ts";
import { getBoard } from "../queries.ts";
import { boardFilters } from "../schemas.ts";
import { writeBoard } from "./queries.ts";

afterEach(() => vi.restoreAllMocks());

async function makePlace() {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-03-31T12:00Z"));
  const { id } = await makeOrganization({ timeZone: "UTC" });
  const team = await makeTeam(id, { name: "Harbour" });
  const manager = await makeManager(id, team.id, { name: "Mara" });
  const shown = await makeActor(id, ["employee"], { name: "=Ada", teamId: team.id });
  const masked = await makeActor(id, ["employee"], {
    name: "Ben",
    alias: "Heron",
    boardName: "alias",
    teamId: team.id,
  });
  const absent = await makeActor(id, ["employee"], { name: "Cy", boardName: "absent", teamId: team.id });
  for (const name of ["Dee", "Eve"]) await makeActor(id, ["employee"], { name, teamId: team.id });
  for (const member of [shown, masked, absent]) await givePoints(member, { "2026-03-30": 10 });
  return { team, manager, shown, masked, absent };
}

test("a file has what the page has: aliases, nobody who is absent, and no formula", async () => {
  const { manager } = await makePlace();
  expect(await writeBoard(manager, boardFilters.parse({}))).toBe(
    "Rank,Name,Team,Points,Places won in a week\r\n1,'=Ada,Harbour,10,\r\n1,Heron,,10,\r\n",
  );
});

test("employees cannot download boards", async () => {
  const { shown } = await makePlace();
  await expect(writeBoard(shown, boardFilters.parse({}))).rejects.toMatchObject({ code: "forbidden" });
});

test("a member reads who listed their team or downloaded a board, once a day; who was not shown was not looked at", async () => {
  const { team, manager, shown, masked, absent } = await makePlace();
  await getBoard(shown, boardFilters.parse({}));
  expect(await listLooks(shown)).toEqual([]);
  const ofTeam = boardFilters.parse({ team: team.id });
  await getBoard(manager, ofTeam);
  await getBoard(manager, ofTeam);
  await writeBoard(manager, boardFilters.parse({}));
  // Within one team an alias is not shown, so nobody looked at it there.
  expect((await listLooks(shown)).map(({ place }) => place).toSorted()).toEqual(["export", "team_board"]);
  expect(await listLooks(masked)).toMatchObject([{ viewerName: "Mara", place: "export", day: "2026-03-31" }]);
  expect(await listLooks(absent)).toEqual([]);
});
