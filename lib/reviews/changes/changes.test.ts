import { expect, test } from "vitest";
import { createStory, editStory } from "#lib/stories/mutations.ts";
import { createStoryInput } from "#lib/stories/schemas.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { recordLook } from "../looks/mutations.ts";
import { requestChanges, submitStory } from "../mutations.ts";
import { getChanges } from "./queries.ts";
import { changesFilters } from "./schemas.ts";

const content = createStoryInput.parse({ kind: "text", title: "A pump", body: "It hums." });
const none = changesFilters.parse({});

test("a story that has only ever said one thing has no changes", async () => {
  const { curator, storyId } = await makeSubmitted();
  expect(await getChanges(curator, storyId, none)).toBeNull();
});

test("a reviewer sees what changed since they decided, and anybody else what changed since they looked", async () => {
  const { author, curator, storyId } = await makeSubmitted();
  const reader = await makeActor(author.organizationId, ["curator"]);
  await recordLook(reader, { storyId });
  await requestChanges(curator, { storyId, version: 2, reason: "Which pump?" });
  await editStory(author, { ...content, title: "The old pump", storyId, version: 3 });

  expect(await getChanges(curator, storyId, none)).toMatchObject({
    since: "decided",
    from: { number: 1 },
    to: { number: 2 },
    changes: [{ label: "Title" }],
  });
  expect(await getChanges(reader, storyId, none)).toMatchObject({ since: "looked" });
});

test("any two versions can be compared, and what is no number is as if nothing was asked", async () => {
  const { author, curator, storyId } = await makeSubmitted();
  await editStory(author, { ...content, title: "B", storyId, version: 2 });
  await editStory(author, { ...content, title: "C", storyId, version: 3 });
  const versions = (await getChanges(curator, storyId, none))?.versions ?? [];
  expect(versions.map(({ number }) => number)).toEqual([3, 2, 1]);
  const [third, second] = versions;
  const filters = changesFilters.parse({ from: second?.version, to: third?.version });
  expect(await getChanges(curator, storyId, filters)).toMatchObject({ since: "chosen", from: { number: 2 } });
  expect(changesFilters.parse({ from: "x", to: "-1" })).toEqual({});
});

test("another organization's actor finds no story, and employees see no changes", async () => {
  const { author, storyId } = await makeSubmitted();
  await expect(getChanges(await makeForeignActor(), storyId, none)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(getChanges(await makeActor(author.organizationId), storyId, none)).rejects.toMatchObject({
    code: "forbidden",
  });
});

async function makeSubmitted() {
  const { id } = await makeOrganization();
  const [author, curator] = [await makeActor(id, ["curator"]), await makeActor(id, ["curator"])];
  const { id: storyId } = await createStory(author, content);
  await submitStory(author, { storyId, version: 1, reason: "" });
  return { author, curator, storyId };
}
