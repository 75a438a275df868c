import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { memberActor, systemActor } from "#lib/auth/actor.ts";
import { makeActor, makeForeignActor, makeMember, makeOrganization } from "#lib/test/factories.ts";
import { notify, notifyAdmins, readNotices } from "./mutations.ts";
import { listNotices } from "./queries.ts";
import { sayNotice } from "./words.ts";

const ended = { network: "linkedin", reason: "revoked" } as const;

test("a member is told a thing once, however often and from however many sides at once", async () => {
  const actor = await makeActor((await makeOrganization()).id);
  const job = systemActor(actor.organizationId, "publish");
  const tell = (onceKey: string) =>
    notify(db, job, { memberId: actor.memberId, kind: "connection.ended", data: ended, onceKey });
  await Promise.all([tell("one"), tell("one"), tell("one")]);
  await tell("one");
  expect((await listNotices(actor, 1)).notices).toMatchObject([
    { title: "Herald cannot publish to your LinkedIn account any more", isRead: false },
  ]);
  await tell("two");
  expect((await listNotices(actor, 1)).unread).toBe(2);
});

test("every admin who is here is told, and nobody else", async () => {
  const organization = await makeOrganization();
  const [first, second] = [
    await makeActor(organization.id, ["admin"]),
    await makeActor(organization.id, ["employee", "admin"]),
  ];
  await makeActor(organization.id, ["curator"]);
  await makeMember(organization.id, { roles: ["admin"], joinedAt: null });
  await makeMember(organization.id, { roles: ["admin"], suspendedAt: new Date() });
  const foreigner = await makeForeignActor();
  const notice = {
    kind: "network.blocked",
    data: { network: "x", reason: "credits" },
    onceKey: "x",
  } as const;
  await notifyAdmins(db, first, notice);
  await notifyAdmins(db, systemActor(organization.id, "publish"), notice);
  const told = await db.select().from(notices).where(eq(notices.organizationId, organization.id));
  expect(told.map(({ memberId }) => memberId).sort()).toEqual([first.memberId, second.memberId].sort());
  expect((await listNotices(foreigner, 1)).notices).toEqual([]);
});

test("a notice is read by its member alone", async () => {
  const organization = await makeOrganization();
  const actor = await makeActor(organization.id);
  const colleague = await makeActor(organization.id, ["admin"]);
  for (const onceKey of ["one", "two", "three"])
    await notify(db, actor, { memberId: actor.memberId, kind: "connection.ended", data: ended, onceKey });
  const [notice] = (await listNotices(actor, 1)).notices;
  for (const other of [colleague, await makeForeignActor()]) {
    await expect(readNotices(other, { noticeId: notice?.id })).rejects.toMatchObject({ code: "not_found" });
    await readNotices(other, {});
  }
  expect((await listNotices(actor, 1)).unread).toBe(3);
  await readNotices(actor, { noticeId: notice?.id });
  expect((await listNotices(actor, 1)).unread).toBe(2);
  await readNotices(actor, {});
  expect((await listNotices(actor, 1)).unread).toBe(0);
});

test("many notices come in pages that leave nothing out", async () => {
  const actor = memberActor(await makeMember((await makeOrganization()).id));
  for (let count = 0; count < 23; count++)
    await notify(db, actor, {
      memberId: actor.memberId,
      kind: "connection.ended",
      data: ended,
      onceKey: `${count}`,
    });
  const [first, second] = [await listNotices(actor, 1), await listNotices(actor, 2)];
  expect([first.notices.length, first.hasMore, second.notices.length, second.hasMore]).toEqual([
    20,
    true,
    3,
    false,
  ]);
  expect(new Set([...first.notices, ...second.notices].map(({ id }) => id)).size).toBe(23);
});

test.each([
  { name: "a kind of a newer Herald", stored: { kind: "pledge.kept", data: {} } },
  { name: "data of another shape", stored: { kind: "connection.ended", data: { network: "myspace" } } },
  { name: "a name that every object has", stored: { kind: "toString", data: {} } },
])("$name has no words and breaks nothing", ({ stored }) => expect(sayNotice(stored)).toBeNull());
