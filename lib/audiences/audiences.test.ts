import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { type MemberActor, memberActor } from "#lib/auth/actor.ts";
import { updateMember } from "#lib/members/mutations.ts";
import { findHindrance } from "#lib/shares/attempts/leaving/queries.ts";
import { getLiveStory } from "#lib/stories/feed/queries.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeMember,
  makeOrganization,
  makeShare,
  makeTeam,
} from "#lib/test/factories.ts";
import { addAudience, changeAudience, removeAudience } from "./mutations.ts";
import {
  describeAudiences,
  getAudienceChoices,
  listAudienceIdsOf,
  listAudiences,
  measureAudience,
} from "./queries.ts";
import type { AudienceRule } from "./rule.ts";

const french: AudienceRule = { match: "all", conditions: [{ field: "country", is: true, values: ["FR"] }] };
const german: AudienceRule = { match: "all", conditions: [{ field: "country", is: true, values: ["DE"] }] };

const makeCurator = async (): Promise<MemberActor> => makeActor((await makeOrganization()).id, ["curator"]);

test("an audience is made, renamed with another rule, listed and deleted", async () => {
  const curator = await makeCurator();
  const made = await addAudience(curator, { name: "France", rule: french });
  const { id: audienceId, savedAt } = made;
  const changed = await changeAudience(curator, { audienceId, savedAt, name: "Germany", rule: german });
  expect(await listAudiences(curator)).toEqual([changed]);
  expect(await describeAudiences(curator, await getAudienceChoices(curator))).toMatchObject([
    { says: "Country is Germany", reach: "Nobody just now", liveStories: 0 },
  ]);
  await removeAudience(curator, { audienceId });
  expect(await listAudiences(curator)).toEqual([]);
});

test("a story for an audience is seen by those whom the rule means, as soon as they change or it does", async () => {
  const curator = await makeCurator();
  const { organizationId } = curator;
  const { id: audienceId, savedAt } = await addAudience(curator, { name: "France", rule: french });
  const story = await makeLiveStory(curator, { audience: "rule", audienceId });
  const inside = await makeActor(organizationId, ["employee"], { country: "FR" });
  const outside = await makeActor(organizationId, ["employee"], { country: "DE" });
  expect(await listAudienceIdsOf(inside)).toEqual([audienceId]);
  expect((await getLiveStory(inside, story.id)).id).toBe(story.id);
  await expect(getLiveStory(outside, story.id)).rejects.toMatchObject({ code: "not_found" });

  await changeAudience(curator, { audienceId, savedAt, name: "Germany", rule: german });

  expect((await getLiveStory(outside, story.id)).id).toBe(story.id);
  await expect(getLiveStory(inside, story.id)).rejects.toMatchObject({ code: "not_found" });
  const [event] = (await db.select().from(auditEvents)).filter(
    ({ action, subjectId }) => action === "audience.change" && subjectId === audienceId,
  );
  expect(event?.data).toMatchObject({ liveStories: 1, from: { name: "France" }, to: { name: "Germany" } });
});

test("a member who changes team loses and gains at once", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  const { organizationId } = admin;
  const [team, other] = [await makeTeam(organizationId), await makeTeam(organizationId)];
  const rule: AudienceRule = { match: "all", conditions: [{ field: "team", is: true, values: [team.id] }] };
  const { id: audienceId } = await addAudience(admin, { name: "One team", rule });
  const story = await makeLiveStory(admin, { audience: "rule", audienceId });
  const member = memberActor(await makeMember(organizationId, { teamId: other.id }));
  const moveTo = (teamId: string) =>
    updateMember(admin, { memberId: member.memberId, roles: ["employee"], teamId, managedTeamIds: [] });

  await expect(getLiveStory(member, story.id)).rejects.toMatchObject({ code: "not_found" });
  await moveTo(team.id);
  expect((await getLiveStory(member, story.id)).id).toBe(story.id);
  await moveTo(other.id);
  await expect(getLiveStory(member, story.id)).rejects.toMatchObject({ code: "not_found" });
});

test("a scheduled share does not leave for a member whom the audience no longer means", async () => {
  const curator = await makeCurator();
  const { id: audienceId, savedAt } = await addAudience(curator, { name: "France", rule: french });
  const story = await makeLiveStory(curator, { audience: "rule", audienceId });
  const member = await makeActor(curator.organizationId, ["employee"], { country: "FR" });
  const { linkId: _, code: __, ...share } = await makeShare(member, story, { state: "scheduled" });
  expect(await findHindrance(db, member, share)).not.toBe("not_for_you");
  await changeAudience(curator, { audienceId, savedAt, name: "France", rule: german });
  expect(await findHindrance(db, member, share)).toBe("not_for_you");
});

test("a few members are not told apart by how many a rule means", async () => {
  const curator = await makeCurator();
  expect(await measureAudience(curator, { rule: french })).toBe("Nobody just now");
  for (let count = 1; count <= 5; count++) await makeMember(curator.organizationId, { country: "FR" });
  expect(await measureAudience(curator, { rule: french })).toBe("5 members");
  await makeMember(curator.organizationId, { country: "DE" });
  expect(await measureAudience(curator, { rule: german })).toBe("Fewer than 5 members");
});

test("what uses an audience is named when somebody wants to delete it", async () => {
  const curator = await makeCurator();
  const { id: audienceId } = await addAudience(curator, { name: "France", rule: french });
  await makeLiveStory(curator, { audience: "rule", audienceId, title: "Rain" });
  await expect(removeAudience(curator, { audienceId })).rejects.toMatchObject({
    code: "conflict",
    message: "France is used by the story “Rain”. Choose another audience there first.",
  });
});

test("of two who change an audience at one moment, the second is told", async () => {
  const curator = await makeCurator();
  const { id: audienceId, savedAt } = await addAudience(curator, { name: "France", rule: french });
  await changeAudience(curator, { audienceId, savedAt, name: "France", rule: german });
  await expect(
    changeAudience(curator, { audienceId, savedAt, name: "France", rule: french }),
  ).rejects.toMatchObject({ code: "conflict" });
});

test("two audiences never share a name, and a rule names the organization's own teams only", async () => {
  const curator = await makeCurator();
  const { id: audienceId, savedAt } = await addAudience(curator, { name: "Germany", rule: german });
  await addAudience(curator, { name: "France", rule: french });
  await expect(addAudience(curator, { name: "France", rule: german })).rejects.toMatchObject({
    code: "conflict",
  });
  await expect(
    changeAudience(curator, { audienceId, savedAt, name: "France", rule: german }),
  ).rejects.toMatchObject({ code: "conflict" });
  const foreign = await makeTeam((await makeOrganization()).id);
  const rule: AudienceRule = {
    match: "all",
    conditions: [{ field: "team", is: true, values: [foreign.id] }],
  };
  await expect(addAudience(curator, { name: "Theirs", rule })).rejects.toMatchObject({ code: "invalid" });
});

test("another organization's curator does not find the audience", async () => {
  const { id: audienceId, savedAt } = await addAudience(await makeCurator(), {
    name: "France",
    rule: french,
  });
  const foreigner = await makeForeignActor();
  const change = { audienceId, savedAt, name: "Ours", rule: german };
  await expect(changeAudience(foreigner, change)).rejects.toMatchObject({ code: "not_found" });
  await expect(removeAudience(foreigner, { audienceId })).rejects.toMatchObject({ code: "not_found" });
  expect(await listAudiences(foreigner)).toEqual([]);
});

test("an employee may not list, make, change or delete audiences", async () => {
  const curator = await makeCurator();
  const { id: audienceId, savedAt } = await addAudience(curator, { name: "France", rule: french });
  const employee = await makeActor(curator.organizationId, ["employee", "manager"]);
  const forbidden = { code: "forbidden" };
  await expect(listAudiences(employee)).rejects.toMatchObject(forbidden);
  await expect(addAudience(employee, { name: "Mine", rule: french })).rejects.toMatchObject(forbidden);
  await expect(
    changeAudience(employee, { audienceId, savedAt, name: "Mine", rule: french }),
  ).rejects.toMatchObject(forbidden);
  await expect(removeAudience(employee, { audienceId })).rejects.toMatchObject(forbidden);
});
