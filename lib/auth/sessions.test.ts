import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { members } from "#db/schema/members.ts";
import { sessions } from "#db/schema/users.ts";
import { findSessionActor } from "#lib/auth/actor.ts";
import { closeSession, openSession, switchOrganization } from "#lib/auth/sessions.ts";
import { findOrCreateUser } from "#lib/auth/users.ts";
import { makeMember, makeOrganization } from "#lib/test/factories.ts";

test("an invited person joins at the first sign-in and acts with the invitation's roles", async () => {
  const { organization, member, user } = await makeInvited();
  const actor = await findSessionActor(await openSession(user));
  expect(actor).toMatchObject({
    organizationId: organization.id,
    memberId: member.id,
    roles: ["employee", "curator"],
  });
  expect(await readMember(member)).toMatchObject({ userId: user.userId, joinedAt: expect.any(Date) });
});

test("a name that we guessed gives way to the one that the identity provider knows", async () => {
  const { member, user } = await makeInvited({ email: `grace.hopper@${newId()}.test`, name: "Grace Hopper" });
  await openSession({ ...user, name: "Rear Admiral Grace Hopper" });
  expect(await readMember(member)).toMatchObject({ name: "Rear Admiral Grace Hopper" });
});

test("an address of an allowed domain becomes a new employee, once", async () => {
  const domain = `${newId()}.test`;
  const organization = await makeOrganization({ emailDomains: [domain] });
  const email = `mary.jackson@${domain}`;
  const user = { userId: await findOrCreateUser(email), email, name: null };
  const first = await findSessionActor(await openSession(user));
  const second = await findSessionActor(await openSession(user));
  expect(first).toMatchObject({ organizationId: organization.id, roles: ["employee"] });
  expect(second?.memberId).toBe(first?.memberId);
});

test("a stranger gets no session and leaves no member behind", async () => {
  const email = `nobody@${newId()}.test`;
  const user = { userId: await findOrCreateUser(email), email, name: null };
  await expect(openSession(user)).rejects.toMatchObject({ code: "forbidden" });
  expect(await db.select().from(members).where(eq(members.email, email))).toEqual([]);
});

test("an invitation that another person took up is not open to the next holder of the address", async () => {
  const { member, user } = await makeInvited();
  await openSession(user);
  const other = { userId: await findOrCreateUser(`${newId()}@else.test`), email: member.email, name: null };
  await expect(openSession(other)).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  { name: "a suspension", change: { suspendedAt: new Date() }, roles: null },
  { name: "sign out everywhere", change: { signedOutAt: new Date(Date.now() + 3_600_000) }, roles: null },
  { name: "a changed role", change: { roles: ["employee" as const] }, roles: ["employee"] },
])("$name acts on the next request of an open session", async ({ change, roles }) => {
  const { organization, member, user } = await makeInvited();
  const sessionId = await openSession(user);
  expect((await findSessionActor(sessionId))?.roles).toEqual(["employee", "curator"]);
  const same = and(eq(members.organizationId, organization.id), eq(members.id, member.id));
  await db.update(members).set(change).where(same);
  expect((await findSessionActor(sessionId))?.roles ?? null).toEqual(roles);
});

test("a session ends with its sign-out and with its time", async () => {
  const { user } = await makeInvited();
  const [closed, expired] = [await openSession(user), await openSession(user)];
  await closeSession(closed);
  await db.update(sessions).set({ expiresAt: new Date() }).where(eq(sessions.id, expired));
  expect(await findSessionActor(closed)).toBeNull();
  expect(await findSessionActor(expired)).toBeNull();
});

test("a person in two organizations switches, and comes back to the one used last", async () => {
  const { organization, user } = await makeInvited();
  const second = await makeOrganization({ name: "Globex" });
  await makeMember(second.id, { email: user.email, joinedAt: null });
  const sessionId = await openSession(user);
  expect((await findSessionActor(sessionId))?.organizationId).toBe(organization.id);
  await switchOrganization(sessionId, { organizationId: second.id });
  expect((await findSessionActor(sessionId))?.organizationId).toBe(second.id);
  expect((await findSessionActor(await openSession(user)))?.organizationId).toBe(second.id);
});

test("a session cannot switch to an organization of others, nor back where it was signed out", async () => {
  const { organization, member, user } = await makeInvited();
  const second = await makeOrganization({ name: "Globex" });
  await makeMember(second.id, { email: user.email, joinedAt: null });
  const foreign = await makeOrganization({ name: "Initech" });
  const sessionId = await openSession(user);
  await expect(switchOrganization(sessionId, { organizationId: foreign.id })).rejects.toMatchObject({
    code: "not_found",
  });
  await switchOrganization(sessionId, { organizationId: second.id });
  await db.update(members).set({ signedOutAt: new Date() }).where(eq(members.id, member.id));
  await expect(switchOrganization(sessionId, { organizationId: organization.id })).rejects.toMatchObject({
    code: "forbidden",
  });
});

async function makeInvited(values: { email?: string; name?: string } = {}) {
  const organization = await makeOrganization();
  const email = values.email ?? `${newId()}@acme.test`;
  const invitation = { ...values, email, joinedAt: null, roles: ["employee" as const, "curator" as const] };
  const member = await makeMember(organization.id, invitation);
  return { organization, member, user: { userId: await findOrCreateUser(email), email, name: null } };
}

async function readMember({ organizationId, id }: { organizationId: string; id: string }) {
  const [row] = await db
    .select()
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.id, id)));
  return row;
}
