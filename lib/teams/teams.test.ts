import { expect, test } from "vitest";
import { makeActor, makeForeignActor, makeMember, makeOrganization, makeTeam } from "#lib/test/factories.ts";
import { addTeam, renameTeam } from "./mutations.ts";
import { listTeams } from "./queries.ts";

test("an admin adds a team and renames it; the list counts its people", async () => {
  const organization = await makeOrganization();
  const admin = await makeActor(organization.id, ["admin"]);
  const teamId = await addTeam(admin, { name: "Sails" });
  await makeMember(organization.id, { teamId });
  await renameTeam(admin, { teamId, name: "Sales" });
  expect(await listTeams(admin)).toEqual([{ id: teamId, name: "Sales", memberCount: 1 }]);
});

test("two teams of one organization never share a name; of two organizations they may", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  await addTeam(admin, { name: "Sales" });
  const teamId = await addTeam(admin, { name: "Support" });
  await expect(addTeam(admin, { name: "Sales" })).rejects.toMatchObject({ code: "conflict" });
  await expect(renameTeam(admin, { teamId, name: "Sales" })).rejects.toMatchObject({ code: "conflict" });
  await addTeam(await makeForeignActor(), { name: "Sales" });
});

test("another organization's admin does not find the team", async () => {
  const team = await makeTeam((await makeOrganization()).id);
  const rename = renameTeam(await makeForeignActor(), { teamId: team.id, name: "Ours now" });
  await expect(rename).rejects.toMatchObject({ code: "not_found" });
});

test("a manager may not add or rename teams", async () => {
  const organization = await makeOrganization();
  const team = await makeTeam(organization.id);
  const manager = await makeActor(organization.id, ["employee", "curator", "manager"]);
  await expect(addTeam(manager, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(renameTeam(manager, { teamId: team.id, name: "Mine" })).rejects.toMatchObject({
    code: "forbidden",
  });
});
