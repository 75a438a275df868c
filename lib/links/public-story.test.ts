import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { openShare } from "#lib/shares/mutations.ts";
import { makeActor, makeLiveStory, makeOrganization } from "#lib/test/factories.ts";
import { describePublicStory } from "./describe-public-story.ts";
import { getPublicImageBytes, getPublicStory } from "./queries.ts";

test("a shared text story can be read by whoever has the link, and nothing internal goes with it", async () => {
  const { code } = await shareStory({ kind: "text", title: "Rain", body: "One.\n\nTwo." });
  expect(await getPublicStory(code)).toEqual({
    code,
    title: "Rain",
    summary: "",
    body: "One.\n\nTwo.",
    language: "en",
    image: null,
    organization: { name: "Acme", accentColor: "#b4402a" },
  });
});

test("it is gone when the share is withdrawn or the story is not live", async () => {
  const withdrawn = await shareStory({ kind: "text" });
  await db.update(shares).set({ state: "withdrawn" }).where(eq(shares.id, withdrawn.shareId));
  const archived = await shareStory({ kind: "text" });
  await db.update(stories).set({ state: "archived" }).where(eq(stories.id, archived.storyId));
  for (const { code } of [withdrawn, archived, { code: "unknown" }]) {
    await expect(getPublicStory(code)).rejects.toMatchObject({ code: "not_found" });
    await expect(getPublicImageBytes(code)).rejects.toMatchObject({ code: "not_found" });
  }
});

test("a link story has no public page: it is read where it stands", async () => {
  const { code } = await shareStory({});
  await expect(getPublicStory(code)).rejects.toMatchObject({ code: "not_found" });
});

test("a card is described with absolute addresses, and search engines are kept out", () => {
  const image = { id: newId(), alt: "Rain", width: 1200, height: 630 };
  const organization = { name: "Acme", accentColor: "#b4402a" };
  const body = `${"rain ".repeat(60)}end`;
  const story = { code: "abc", title: "Rain", summary: "", body, language: "en", image, organization };
  const metadata = describePublicStory(story, "https://herald.test");
  expect(metadata).toMatchObject({
    robots: { index: false },
    openGraph: { images: [{ url: "https://herald.test/api/links/abc/image", width: 1200 }] },
  });
  expect(metadata.description).toMatch(/^rain .* rain…$/);
});

async function shareStory(values: Parameters<typeof makeLiveStory>[1]) {
  const actor = await makeActor((await makeOrganization()).id);
  const story = await makeLiveStory(actor, values);
  const { share } = await openShare(actor, { storyId: story.id, requestId: newId() });
  return { code: share.url.replace(/.*\//, ""), shareId: share.id, storyId: story.id };
}
