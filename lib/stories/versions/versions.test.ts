import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import {
  makeActor,
  makeCaption,
  makeForeignActor,
  makeOrganization,
  makeStory,
} from "#lib/test/factories.ts";
import { createStory, editStory } from "../mutations.ts";
import { getStory } from "../queries.ts";
import { createStoryInput } from "../schemas.ts";
import { getContentAt, listVersions } from "./queries.ts";

const content = createStoryInput.parse({ kind: "text", title: "A pump", body: "It hums." });

test("every saving that changes something makes a version, and each can be read again", async () => {
  const ada = await makeActor((await makeOrganization()).id, ["curator"], { name: "Ada" });
  const grace = await makeActor(ada.organizationId, ["curator"], { name: "Grace" });
  const { id: storyId } = await createStory(ada, content);
  await editStory(grace, { ...content, title: "A warm pump", storyId, version: 1 });
  await editStory(grace, { ...content, title: "A warm pump", storyId, version: 2 });

  expect(await listVersions(db, ada, storyId)).toMatchObject([
    { number: 2, version: 2, memberName: "Grace" },
    { number: 1, version: 1, memberName: "Ada" },
  ]);
  expect((await getContentAt(db, ada, storyId, 1)).title).toBe("A pump");
  expect((await getContentAt(db, ada, storyId, 3)).title).toBe("A warm pump");
});

test("what a story of before was is kept when it is edited for the first time", async () => {
  const ada = await makeActor((await makeOrganization()).id, ["curator"], { name: "Ada" });
  const story = await makeStory(ada, { title: "As it was", version: 4 });
  await makeCaption(story, "Its caption");
  const asItWas = await getStory(ada, story.id);
  expect(await listVersions(db, ada, story.id)).toMatchObject([{ number: 1, memberName: "Ada" }]);

  const input = createStoryInput.parse({ kind: "link", title: "As it is", url: asItWas.url });
  await editStory(ada, { ...input, storyId: story.id, version: 4 });

  expect(await listVersions(db, ada, story.id)).toMatchObject([{ version: 5 }, { version: 1 }]);
  expect(await getContentAt(db, ada, story.id, 3)).toMatchObject({
    title: "As it was",
    captions: [{ text: "Its caption" }],
  });
});

test("another organization's actor finds no version", async () => {
  const ada = await makeActor((await makeOrganization()).id, ["curator"]);
  const { id } = await createStory(ada, content);
  const foreigner = await makeForeignActor();
  await expect(getContentAt(db, foreigner, id, 1)).rejects.toMatchObject({ code: "not_found" });
  await expect(listVersions(db, foreigner, id)).rejects.toMatchObject({ code: "not_found" });
});
