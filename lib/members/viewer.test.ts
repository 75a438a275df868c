import { expect, test } from "vitest";
import { memberActor } from "#lib/auth/actor.ts";
import { makeActor, makeManager, makeOrganization, makeTeam } from "#lib/test/factories.ts";
import { getViewer } from "./queries.ts";

test("a viewer carries their organization and the teams they manage", async () => {
  const organization = await makeOrganization({ name: "Acme", accentColor: "#123456" });
  const team = await makeTeam(organization.id);
  const manager = await makeManager(organization.id, team.id);
  const viewer = await getViewer(manager);
  expect(viewer).toMatchObject({
    memberId: manager.memberId,
    organization: { id: organization.id, name: "Acme", accentColor: "#123456" },
    managedTeamIds: [team.id],
  });
});

test("a member is not a viewer of another organization", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  const elsewhere = await makeOrganization();
  const stranger = memberActor({ organizationId: elsewhere.id, id: actor.memberId, roles: ["admin"] });
  await expect(getViewer(stranger)).rejects.toMatchObject({ code: "not_found" });
});
