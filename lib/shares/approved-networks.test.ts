import { expect, test } from "vitest";
import { newId } from "#db/columns.ts";
import { makeActor, makeConnection, makeLiveStory, makeOrganization } from "#lib/test/factories.ts";
import { attestPost } from "./attested/mutations.ts";
import { handOverShare, openShare } from "./mutations.ts";
import { publishShare, scheduleShare } from "./schedule/mutations.ts";

test("the composer offers the approved networks alone", async () => {
  const { actor, story } = await setUp();
  const { networks } = await openShare(actor, { storyId: story.id, requestId: newId() });
  expect(networks.allowed).toEqual(["x", "whatsapp"]);
  expect(networks.first).toBe("x");
});

test("every way out refuses the others, and says where the story may go", async () => {
  const { actor, story } = await setUp();
  await makeConnection(actor);
  const { share } = await openShare(actor, { storyId: story.id, requestId: newId() });
  const words = { shareId: share.id, network: "linkedin", text: "Rain", captionId: null } as const;
  const refused = {
    code: "invalid",
    message: "This story was not approved for LinkedIn. It is for X and WhatsApp.",
  };
  const postUrl = "https://www.linkedin.com/feed/update/urn:li:share:7123456789012345678/";

  await expect(handOverShare(actor, words)).rejects.toMatchObject(refused);
  await expect(publishShare(actor, words)).rejects.toMatchObject(refused);
  await expect(scheduleShare(actor, { ...words, at: null, timeZone: "UTC" })).rejects.toMatchObject(refused);
  await expect(attestPost(actor, { storyId: story.id, postUrl })).rejects.toMatchObject(refused);
  await handOverShare(actor, { ...words, network: "x" });
});

async function setUp() {
  const actor = await makeActor((await makeOrganization()).id, ["employee", "curator"]);
  return { actor, story: await makeLiveStory(actor, { approvedNetworks: ["whatsapp", "x"] }) };
}
