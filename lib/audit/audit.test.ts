import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { makeActor, makeForeignActor, makeMember, makeOrganization, makeStory } from "#lib/test/factories.ts";
import { audit } from "./mutations.ts";
import { listAuditEvents } from "./queries.ts";
import { sayAction } from "./words.ts";

test("events are told in words, newest first, with the names of who and what", async () => {
  const organization = await makeOrganization();
  const admin = await makeActor(organization.id, ["admin"], { name: "Grace Hopper" });
  const member = await makeMember(organization.id, { name: "Ada Lovelace" });
  const story = await makeStory(admin, { title: "A factory that runs on rain" });
  await audit(db, admin, "story.approve", story.id);
  await audit(db, admin, "member.suspend", member.id);
  await audit(db, systemActor(organization.id, "scoring"), "score.append", story.id);
  const { events } = await listAuditEvents(admin, {});
  expect(events.map(({ who, did, subject }) => [who, did, subject])).toEqual([
    ["scoring", "score append", "A factory that runs on rain"],
    ["Grace Hopper", "suspended", "Ada Lovelace"],
    ["Grace Hopper", "approved the story", "A factory that runs on rain"],
  ]);
});

test("a long audit comes in pages that leave nothing out", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  for (let count = 0; count < 52; count++) await audit(db, admin, "session.open", admin.memberId);
  const first = await listAuditEvents(admin, {});
  const second = await listAuditEvents(admin, { before: first.nextBefore ?? undefined });
  expect([first.events.length, second.events.length]).toEqual([50, 2]);
  expect(second.nextBefore).toBeNull();
});

test("an admin reads only their own organization's audit", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  await audit(db, admin, "session.open", admin.memberId);
  expect((await listAuditEvents(await makeForeignActor(), {})).events).toEqual([]);
});

test("a curator may not read the audit", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["employee", "curator", "manager"]);
  await expect(listAuditEvents(curator, {})).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  { action: "member.sign_out_everywhere", did: "signed out everywhere" },
  { action: "pledge.make_good", did: "pledge make good" },
])("$action reads: $did", ({ action, did }) => expect(sayAction(action)).toBe(did));
