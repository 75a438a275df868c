import { eq } from "drizzle-orm";
import sharp from "sharp";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { openShare } from "#lib/shares/mutations.ts";
import { keepImage } from "#lib/stories/images/mutations.ts";
import { makeActor, makeLiveStory, makeOrganization } from "#lib/test/factories.ts";
import { describePublicStory } from "./describe-public-story.ts";
import { getPublicImage, getPublicStory } from "./queries.ts";

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
    await expect(getPublicImage(code, { type: "webp", size: undefined })).rejects.toMatchObject({
      code: "not_found",
    });
  }
});

test("a link story has no public page: it is read where it stands", async () => {
  const { code } = await shareStory({});
  await expect(getPublicStory(code)).rejects.toMatchObject({ code: "not_found" });
});

test("whoever makes a card of a link story gets its image as they can read it, while it is live", async () => {
  const { code, storyId } = await shareStory({}, true);
  expect(await sharp(await getPublicImage(code, { type: "webp", size: undefined })).metadata()).toMatchObject(
    {
      format: "webp",
      width: 40,
    },
  );
  expect(await sharp(await getPublicImage(code, { type: "jpeg", size: "card" })).metadata()).toMatchObject({
    format: "jpeg",
    width: 38,
  });
  await db.update(stories).set({ state: "in_review" }).where(eq(stories.id, storyId));
  await expect(getPublicImage(code, { type: "jpeg", size: "card" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a card is described with absolute addresses, and search engines are kept out", () => {
  const image = { id: newId(), alt: "Rain", width: 1600, height: 1200, focalX: 0.5, focalY: 0.5 };
  const organization = { name: "Acme", accentColor: "#b4402a" };
  const body = `${"rain ".repeat(60)}end`;
  const story = { code: "abc", title: "Rain", summary: "", body, language: "en", image, organization };
  const metadata = describePublicStory(story, "https://herald.test");
  expect(metadata).toMatchObject({
    robots: { index: false },
    openGraph: {
      images: [{ url: "https://herald.test/api/links/abc/image?size=card", width: 1200, height: 627 }],
    },
  });
  expect(metadata.description).toMatch(/^rain .* rain…$/);
});

async function shareStory(values: Parameters<typeof makeLiveStory>[1], withImage = false) {
  const actor = await makeActor((await makeOrganization()).id, ["employee"]);
  const imageId = withImage ? (await keepImage(actor, await makePicture(), "Rain")).id : null;
  const story = await makeLiveStory(actor, { ...values, imageId });
  const { share } = await openShare(actor, { storyId: story.id, requestId: newId() });
  return { code: share.url.replace(/.*\//, ""), shareId: share.id, storyId: story.id };
}

const makePicture = () =>
  sharp({ create: { width: 40, height: 20, channels: 4, background: "#33669980" } })
    .png()
    .toBuffer();
