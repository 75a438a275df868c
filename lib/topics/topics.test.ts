import { expect, test } from "vitest";
import { makeActor, makeForeignActor, makeOrganization, makeTopic } from "#lib/test/factories.ts";
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
