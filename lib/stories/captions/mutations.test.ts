import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { captions } from "#db/schema/captions.ts";
import { makeActor, makeForeignActor, makeOrganization, makeStory } from "#lib/test/factories.ts";
import { createStoryInput } from "../schemas.ts";
import { replaceCaptions } from "./mutations.ts";
import { listCaptions, nameCaptionAudiences } from "./queries.ts";
import { type CaptionInput, captionInput, mostCaptions } from "./schemas.ts";

test("a caption keeps its id when only its weight, its audience and its place change", async () => {
  const { curator, story } = await setUp();
  const audience = await makeAudience(curator.organizationId);
  const first = captionInput.parse({ network: "x", text: "Rain" });
  const second = captionInput.parse({ network: null, language: "de", text: "Regen" });
  await replace([first, second]);
  const [rain] = await idsOf(story.id, "Rain");

  await replace([second, { ...first, weight: 4, audienceId: audience.id }]);

  expect(await idsOf(story.id, "Rain")).toEqual([rain]);
  expect(await listCaptions(db, curator, story.id)).toMatchObject([
    { text: "Regen", weight: 1, audienceId: null },
    { id: rain, text: "Rain", weight: 4, audienceId: audience.id },
  ]);
  expect(await nameCaptionAudiences(db, curator, story.id)).toEqual({ [audience.id]: audience.name });

  function replace(wanted: CaptionInput[]) {
    return db.transaction((tx) => replaceCaptions(tx, curator, story.id, wanted));
  }
});

test("another organization's audience is not there", async () => {
  const { curator, story } = await setUp();
  const foreigner = await makeForeignActor();
  const { id: audienceId } = await makeAudience(foreigner.organizationId);
  const wanted = [captionInput.parse({ network: null, text: "Rain", audienceId })];
  await expect(db.transaction((tx) => replaceCaptions(tx, curator, story.id, wanted))).rejects.toMatchObject({
    code: "invalid",
  });
});

test.each([
  { name: "a weight of none", caption: { weight: 0 }, path: "captions.0.weight" },
  { name: "a weight over ten", caption: { weight: 11 }, path: "captions.0.weight" },
  { name: "half a weight", caption: { weight: 1.5 }, path: "captions.0.weight" },
  { name: "an empty caption", caption: { text: " " }, path: "captions.0.text" },
])("$name is refused", ({ caption, path }) => {
  const story = {
    ...{ kind: "link", title: "Rain", url: "https://acme.test/rain" },
    captions: [{ network: null, text: "Rain", ...caption }],
  };
  const issues = createStoryInput.safeParse(story).error?.issues ?? [];
  expect(issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

test("fifteen captions fit, a sixteenth does not", () => {
  const withCaptions = (length: number) => ({
    ...{ kind: "link", title: "Rain", url: "https://acme.test/rain" },
    captions: Array.from({ length }, (_, index) => ({ network: null, text: `Rain ${index}` })),
  });
  expect(createStoryInput.safeParse(withCaptions(mostCaptions)).success).toBe(true);
  expect(createStoryInput.safeParse(withCaptions(mostCaptions + 1)).error?.issues[0]?.message).toBe(
    "Up to 15 captions fit.",
  );
});

async function setUp() {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  return { curator, story: await makeStory(curator) };
}

async function makeAudience(organizationId: string) {
  const [audience] = await db
    .insert(audiences)
    .values({ organizationId, name: "People in Lyon", rule: {} })
    .returning();
  if (!audience) throw new Error("the insert returned no row");
  return audience;
}

const idsOf = async (storyId: string, text: string) =>
  (await db.select().from(captions).where(eq(captions.storyId, storyId)))
    .filter((caption) => caption.text === text)
    .map(({ id }) => id);
