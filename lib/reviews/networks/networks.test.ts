import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import { makeActor, makeForeignActor, makeOrganization, makeStory, requireYes } from "#lib/test/factories.ts";
import { approveStory } from "../mutations.ts";
import { changeNetworks } from "./mutations.ts";

test("an approved story is approved for other networks, and for all of them again", async () => {
  const { curator, storyId, version } = await makeApproved();
  const fewer = await changeNetworks(curator, { storyId, version, networks: ["x"] });
  expect(await networksOf(storyId)).toEqual(["x"]);
  await changeNetworks(curator, { storyId, version: fewer.version, networks: null });
  expect(await networksOf(storyId)).toBeNull();
});

test("nothing is changed on a version that has passed", async () => {
  const { curator, storyId, version } = await makeApproved();
  await expect(
    changeNetworks(curator, { storyId, version: version - 1, networks: ["x"] }),
  ).rejects.toMatchObject({ code: "conflict" });
  expect(await networksOf(storyId)).toBeNull();
});

test("what an approver allowed stays the most that the desk can allow", async () => {
  const { id } = await makeOrganization();
  const [author, curator] = [await makeActor(id, ["curator"]), await makeActor(id, ["curator"])];
  const lawyer = await makeActor(id);
  const { id: storyId } = await makeStory(author, { state: "in_review" });
  await requireYes({ organizationId: id, id: storyId }, lawyer);
  await approveStory(lawyer, { storyId, version: 1, reason: "", networks: ["linkedin"] });
  const { version } = await approveStory(curator, { storyId, version: 2, reason: "" });
  await changeNetworks(curator, { storyId, version, networks: ["linkedin", "x"] });
  expect(await networksOf(storyId)).toEqual(["linkedin"]);
});

test("another organization's actor does not find the story, and employees change nothing", async () => {
  const { curator, storyId, version } = await makeApproved();
  const input = { storyId, version, networks: ["x" as const] };
  await expect(changeNetworks(await makeForeignActor(), input)).rejects.toMatchObject({ code: "not_found" });
  const employee = await makeActor(curator.organizationId);
  await expect(changeNetworks(employee, input)).rejects.toMatchObject({ code: "forbidden" });
});

async function makeApproved() {
  const { id } = await makeOrganization();
  const [author, curator] = [await makeActor(id, ["curator"]), await makeActor(id, ["curator"])];
  const { id: storyId } = await makeStory(author, { state: "in_review" });
  const { version } = await approveStory(curator, { storyId, version: 1, reason: "" });
  return { curator, storyId, version };
}

async function networksOf(storyId: string) {
  const [story] = await db.select().from(stories).where(eq(stories.id, storyId));
  return story?.approvedNetworks;
}
