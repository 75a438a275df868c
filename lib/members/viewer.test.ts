import { expect, test } from "vitest";
import { newId } from "#db/columns.ts";
import { memberActor } from "#lib/auth/actor.ts";
import { makeActor, makeMember, makeOrganization } from "#lib/test/factories.ts";
import { getViewer } from "./queries.ts";

test("a viewer carries their organization", async () => {
  const organization = await makeOrganization({ name: "Acme", accentColor: "#123456" });
  const actor = await makeActor(organization.id);
  expect(await getViewer(actor)).toMatchObject({
    memberId: actor.memberId,
    organization: { id: organization.id, name: "Acme", accentColor: "#123456" },
  });
});

test("a member is not a viewer of another organization", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  const elsewhere = await makeOrganization();
  const stranger = memberActor({ organizationId: elsewhere.id, id: actor.memberId, roles: ["admin"] });
  await expect(getViewer(stranger)).rejects.toMatchObject({ code: "not_found" });
});

test("a viewer who is a member elsewhere too may go there, but not where they are suspended", async () => {
  const organization = await makeOrganization();
  const globex = await makeOrganization({ name: "Globex" });
  const initech = await makeOrganization({ name: "Initech" });
  const userId = newId();
  const actor = await makeActor(organization.id, ["employee"], { userId });
  await makeMember(globex.id, { userId });
  await makeMember(initech.id, { userId, suspendedAt: new Date() });
  expect((await getViewer(actor)).otherOrganizations).toEqual([{ id: globex.id, name: "Globex" }]);
});
