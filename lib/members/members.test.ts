import { expect, test } from "vitest";
import { newId } from "#db/columns.ts";
import { type Actor, findSessionActor } from "#lib/auth/actor.ts";
import { openSession } from "#lib/auth/sessions.ts";
import { findOrCreateUser } from "#lib/auth/users.ts";
import { makeActor, makeForeignActor, makeMember, makeOrganization, makeTeam } from "#lib/test/factories.ts";
import { inviteMember, remindInvited } from "./invitations/mutations.ts";
import { restoreMember, signOutEverywhere, suspendMember, updateMember } from "./mutations.ts";
import { listPeople } from "./people/queries.ts";

test("an invited person is on the list, and joins with these roles and this team", async () => {
  const { admin, organization } = await makeAdmin();
  const team = await makeTeam(organization.id, { name: "Sales" });
  const email = `grace.hopper@${newId()}.test`;
  const invitation = await inviteMember(admin, {
    email,
    name: "",
    roles: ["employee", "curator"],
    teamId: team.id,
  });
  expect(invitation).toMatchObject({ email, mail: "off" });
  expect(await find(admin, email)).toMatchObject({
    name: "Grace Hopper",
    state: "invited",
    roles: ["employee", "curator"],
    team: { name: "Sales" },
  });
  const user = { userId: await findOrCreateUser(email), email, name: null };
  expect((await findSessionActor(await openSession(user)))?.roles).toEqual(["employee", "curator"]);
  expect(await find(admin, email)).toMatchObject({ state: "active", lastSignInAt: expect.any(Date) });
});

test("nobody is invited twice, and nobody who has joined is reminded", async () => {
  const { admin } = await makeAdmin();
  const invitation = {
    email: `${newId()}@acme.test`,
    name: "Ada",
    roles: ["employee" as const],
    teamId: null,
  };
  const { memberId } = await inviteMember(admin, invitation);
  await remindInvited(admin, { memberId });
  await expect(inviteMember(admin, invitation)).rejects.toMatchObject({ code: "conflict" });
  const joined = { memberId: memberIdOf(admin) };
  await expect(remindInvited(admin, joined)).rejects.toMatchObject({ code: "conflict" });
});

test("roles, team, managed teams and workplace are set together, and a demoted manager manages nothing", async () => {
  const { admin, organization } = await makeAdmin();
  const team = await makeTeam(organization.id);
  const member = await makeMember(organization.id);
  const workplace = { location: "Lyon", country: "FR", language: "fr" };
  const change = { memberId: member.id, teamId: team.id, managedTeamIds: [team.id], ...workplace };
  await updateMember(admin, { ...change, roles: ["employee", "manager"] });
  const findPerson = async () => (await listPeople(admin, { q: member.email, page: 1 })).people[0];
  expect(await findPerson()).toMatchObject({ managedTeamIds: [team.id] });
  await updateMember(admin, { ...change, roles: ["employee"] });
  expect(await findPerson()).toMatchObject({
    roles: ["employee"],
    managedTeamIds: [],
    team: { id: team.id },
    ...workplace,
  });
});

test.each([
  { name: "suspended", act: suspendMember },
  { name: "signed out everywhere", act: signOutEverywhere },
])("a member who is $name is out on the next request, on every device", async ({ act }) => {
  const { admin, organization } = await makeAdmin();
  const { member, open } = await makeSignedIn(organization.id);
  const devices = [await open(), await open()];
  await act(admin, { memberId: member.id });
  expect(await Promise.all(devices.map(findSessionActor))).toEqual([null, null]);
});

test("a restored member signs in again, but an old session stays ended", async () => {
  const { admin, organization } = await makeAdmin();
  const { member, open } = await makeSignedIn(organization.id);
  const old = await open();
  await suspendMember(admin, { memberId: member.id });
  await expect(open()).rejects.toMatchObject({ code: "forbidden" });
  await restoreMember(admin, { memberId: member.id });
  expect(await findSessionActor(old)).toBeNull();
  expect(await findSessionActor(await open())).toMatchObject({ memberId: member.id });
});

test("the last admin stays admin; one who is only invited or suspended does not count", async () => {
  const { admin, organization } = await makeAdmin();
  await makeMember(organization.id, { roles: ["admin"], joinedAt: null });
  await makeMember(organization.id, { roles: ["admin"], suspendedAt: new Date() });
  const demotion = {
    memberId: memberIdOf(admin),
    roles: ["employee" as const],
    teamId: null,
    managedTeamIds: [],
  };
  await expect(updateMember(admin, demotion)).rejects.toMatchObject({ code: "conflict" });
  await makeMember(organization.id, { roles: ["admin"] });
  await updateMember(admin, demotion);
});

test("of two admins who demote each other at one moment, one stays", async () => {
  const { admin, organization } = await makeAdmin();
  const other = await makeActor(organization.id, ["admin"]);
  const demote = (actor: Actor, target: Actor) =>
    updateMember(actor, {
      memberId: memberIdOf(target),
      roles: ["employee"],
      teamId: null,
      managedTeamIds: [],
    });
  const results = await Promise.allSettled([demote(admin, other), demote(other, admin)]);
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("nobody suspends themself", async () => {
  const { admin, organization } = await makeAdmin();
  await makeActor(organization.id, ["admin"]);
  const self = { memberId: memberIdOf(admin) };
  await expect(suspendMember(admin, self)).rejects.toMatchObject({ code: "forbidden" });
});

test("people are found by name, address or job, and wildcards are plain letters", async () => {
  const { admin, organization } = await makeAdmin();
  await makeMember(organization.id, { name: "Katherine Johnson", jobTitle: "Mathematician" });
  await makeMember(organization.id, { name: "100% Cotton" });
  const names = async (q: string) => (await listPeople(admin, { q, page: 1 })).people.map((one) => one.name);
  expect(await names("johnson")).toEqual(["Katherine Johnson"]);
  expect(await names("MATHEM")).toEqual(["Katherine Johnson"]);
  expect(await names("%")).toEqual(["100% Cotton"]);
});

test("another organization's admin finds neither the member nor the team", async () => {
  const { admin, organization } = await makeAdmin();
  const member = await makeMember(organization.id);
  const foreigner = await makeForeignActor();
  const target = { memberId: member.id };
  const update = { ...target, roles: ["admin" as const], teamId: null, managedTeamIds: [] };
  for (const attempt of [
    () => updateMember(foreigner, update),
    () => suspendMember(foreigner, target),
    () => restoreMember(foreigner, target),
    () => signOutEverywhere(foreigner, target),
    () => remindInvited(foreigner, target),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  expect((await listPeople(foreigner, { q: member.email, page: 1 })).people).toEqual([]);

  const foreignTeam = await makeTeam(foreigner.organizationId);
  const intoForeign = { ...update, teamId: foreignTeam.id };
  await expect(updateMember(admin, intoForeign)).rejects.toMatchObject({ code: "not_found" });
});

test("a curator and manager may not touch people", async () => {
  const { organization } = await makeAdmin();
  const member = await makeMember(organization.id);
  const small = await makeActor(organization.id, ["employee", "curator", "manager"]);
  const target = { memberId: member.id };
  for (const attempt of [
    () => listPeople(small, { q: "", page: 1 }),
    () => inviteMember(small, { email: "a@b.test", name: "", roles: ["employee"], teamId: null }),
    () => updateMember(small, { ...target, roles: ["admin"], teamId: null, managedTeamIds: [] }),
    () => suspendMember(small, target),
    () => restoreMember(small, target),
    () => signOutEverywhere(small, target),
    () => remindInvited(small, target),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
});

async function makeAdmin() {
  const organization = await makeOrganization();
  return { organization, admin: await makeActor(organization.id, ["employee", "admin"]) };
}

async function makeSignedIn(organizationId: string) {
  const member = await makeMember(organizationId);
  const { email } = member;
  const userId = await findOrCreateUser(email);
  const open = () => openSession({ userId, email, name: null });
  return { member, open };
}

async function find(admin: Actor, email: string) {
  return (await listPeople(admin, { q: email, page: 1 })).people[0];
}

function memberIdOf(actor: Actor): string {
  if (actor.kind !== "member") throw new Error("not a member");
  return actor.memberId;
}
