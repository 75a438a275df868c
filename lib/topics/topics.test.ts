import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { storyTopics } from "#db/schema/stories.ts";
import { addAudience } from "#lib/audiences/mutations.ts";
import { listAudiences } from "#lib/audiences/queries.ts";
import { getLiveStory } from "#lib/stories/feed/queries.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeTopic,
} from "#lib/test/factories.ts";
import { followTopic } from "./following/mutations.ts";
import { listFollowableTopics } from "./following/queries.ts";
import { mergeTopic } from "./merging/mutations.ts";
import { addTopic, renameTopic } from "./mutations.ts";
import { listTopics } from "./queries.ts";

test("an admin adds a topic and renames it", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  const topicId = await addTopic(admin, { name: "Sustanability" });
  await renameTopic(admin, { topicId, name: "Sustainability" });
  expect(await listTopics(admin)).toEqual([{ id: topicId, name: "Sustainability" }]);
});

test("two topics of one organization never share a name", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  await addTopic(admin, { name: "People" });
  await expect(addTopic(admin, { name: "People" })).rejects.toMatchObject({ code: "conflict" });
});

test("another organization's admin does not find the topic", async () => {
  const topic = await makeTopic((await makeOrganization()).id);
  const rename = renameTopic(await makeForeignActor(), { topicId: topic.id, name: "Ours now" });
  await expect(rename).rejects.toMatchObject({ code: "not_found" });
});

test("an employee may not add or rename topics", async () => {
  const organization = await makeOrganization();
  const topic = await makeTopic(organization.id);
  const employee = await makeActor(organization.id);
  await expect(addTopic(employee, { name: "Mine" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(renameTopic(employee, { topicId: topic.id, name: "Mine" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a member follows a topic and leaves it, and doing so twice changes nothing", async () => {
  const { id: organizationId } = await makeOrganization();
  const topic = await makeTopic(organizationId, { name: "Water" });
  const member = await makeActor(organizationId);
  const isFollowed = async () => (await listFollowableTopics(member))[0]?.isFollowed;
  for (const follows of [true, true, false, false]) {
    await followTopic(member, { topicId: topic.id, follows });
    expect(await isFollowed()).toBe(follows);
  }
  await expect(
    followTopic(await makeForeignActor(), { topicId: topic.id, follows: true }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("of two topics one is made: stories, followers and rules go over, and none is there twice", async () => {
  const admin = await makeActor((await makeOrganization()).id, ["admin"]);
  const { organizationId } = admin;
  const [old, kept] = [await makeTopic(organizationId), await makeTopic(organizationId, { name: "Water" })];
  const both = await makeLiveStory(admin);
  const only = await makeLiveStory(admin);
  await db.insert(storyTopics).values([
    { organizationId, storyId: both.id, topicId: old.id },
    { organizationId, storyId: both.id, topicId: kept.id },
    { organizationId, storyId: only.id, topicId: old.id },
  ]);
  await followTopic(admin, { topicId: old.id, follows: true });
  const rule = { match: "all", conditions: [{ field: "topic", is: true, values: [old.id] }] } as const;
  await addAudience(admin, { name: "Followers", rule });

  await mergeTopic(admin, { topicId: old.id, intoId: kept.id });

  expect(await listFollowableTopics(admin)).toEqual([{ id: kept.id, name: "Water", isFollowed: true }]);
  expect((await getLiveStory(admin, both.id)).topics).toEqual([
    { id: kept.id, name: "Water", isFollowed: true },
  ]);
  expect((await getLiveStory(admin, only.id)).topics).toHaveLength(1);
  expect((await listAudiences(admin))[0]?.rule.conditions[0]?.values).toEqual([kept.id]);
});

test("merging is for the organization's own admins", async () => {
  const { id: organizationId } = await makeOrganization();
  const merge = {
    topicId: (await makeTopic(organizationId)).id,
    intoId: (await makeTopic(organizationId)).id,
  };
  await expect(mergeTopic(await makeForeignActor(), merge)).rejects.toMatchObject({ code: "not_found" });
  const curator = await makeActor(organizationId, ["curator"]);
  await expect(mergeTopic(curator, merge)).rejects.toMatchObject({ code: "forbidden" });
});
