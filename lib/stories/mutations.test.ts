import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { captions } from "#db/schema/captions.ts";
import { clock } from "#lib/clock.ts";
import { getReviewSheet } from "#lib/reviews/queries.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeStory,
  makeTeam,
  makeTopic,
} from "#lib/test/factories.ts";
import { captionInput } from "./captions/schemas.ts";
import { getLiveStory } from "./feed/queries.ts";
import { createStory, editStory } from "./mutations.ts";
import { getStory, getStoryChoices } from "./queries.ts";
import {
  bodyLimit,
  createStoryInput,
  type EditStoryInput,
  editStoryInput,
  type StoryDetails,
} from "./schemas.ts";

const link = { kind: "link" as const, title: "Rain", url: "https://acme.test/rain" };

test("a curator makes a draft with captions, topics, teams and times in the organization's zone", async () => {
  const organization = await makeOrganization({ timeZone: "America/New_York" });
  const curator = await makeActor(organization.id, ["curator"]);
  const team = await makeTeam(organization.id, { name: "Sales" });
  const topic = await makeTopic(organization.id, { name: "Water" });

  const made = await createStory(
    curator,
    createStoryInput.parse({
      ...link,
      audience: "teams",
      teamIds: [team.id],
      topicIds: [topic.id],
      publishAt: "2026-12-01T09:00",
      expiresAt: "2026-12-31T18:00",
      captions: [
        { network: "linkedin", text: "For LinkedIn" },
        { network: null, language: "de", text: "Für alle" },
      ],
    }),
  );

  expect(made).toMatchObject({ state: "draft", version: 1 });
  expect(await getStory(curator, made.id)).toMatchObject({
    title: "Rain",
    teamNames: ["Sales"],
    topicNames: ["Water"],
    publishAt: "2026-12-01T09:00",
    expiresAt: "2026-12-31T18:00",
    captions: [
      { network: "linkedin", language: "en", text: "For LinkedIn" },
      { network: null, language: "de", text: "Für alle" },
    ],
  });
  const [event] = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, made.id));
  expect(event).toMatchObject({ action: "story.create", memberId: curator.memberId });
});

test("sending the same draft twice makes one story", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const input = createStoryInput.parse({ ...link, id: newId() });

  const [first, second] = [await createStory(curator, input), await createStory(curator, input)];

  expect(second).toEqual(first);
});

test("what was written after a sending whose answer was lost is saved by the next, until the draft moves on", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const draft = { ...link, id: newId() };
  await createStory(curator, createStoryInput.parse(draft));

  const again = await createStory(curator, createStoryInput.parse({ ...draft, title: "Rain and wind" }));

  expect(again).toEqual({ id: draft.id, state: "draft", version: 2 });
  expect(await getStory(curator, draft.id)).toMatchObject({ title: "Rain and wind", version: 2 });
  await expect(createStory(curator, createStoryInput.parse(draft))).rejects.toMatchObject({
    code: "conflict",
  });
});

test("an edit of a stale version is a conflict and changes nothing", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const { id } = await makeStory(curator);
  const form = await openForm(curator, id);

  await editStory(curator, { ...form, title: "First" });
  await expect(editStory(curator, { ...form, title: "Second" })).rejects.toMatchObject({ code: "conflict" });

  expect(await getStory(curator, id)).toMatchObject({ title: "First", version: 2 });
});

test("a caption that did not change keeps its id", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const kept = captionInput.parse({ network: "x", text: "Stays" });
  const { id } = await createStory(curator, createStoryInput.parse({ ...link, captions: [kept] }));
  const idsOf = async (text: string) =>
    (
      await db
        .select({ id: captions.id })
        .from(captions)
        .where(and(eq(captions.storyId, id), eq(captions.text, text)))
    ).map((row) => row.id);
  const before = await idsOf("Stays");

  const form = await openForm(curator, id);
  await editStory(curator, { ...form, captions: [{ ...kept, text: "New" }, kept] });

  expect(await idsOf("Stays")).toEqual(before);
  expect((await getStory(curator, id)).captions.map((caption) => caption.text)).toEqual(["New", "Stays"]);
});

test("an edit of what was approved sends it back to review, and says so in its history", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const { id } = await makeStory(curator, { state: "approved" });

  const edited = await editStory(curator, { ...(await openForm(curator, id)), title: "Other words" });

  expect(edited.state).toBe("in_review");
  expect((await getReviewSheet(curator, id)).history).toMatchObject([
    { decision: "submitted", storyVersion: 2, reason: "Edited after it was approved." },
  ]);
});

test("an approved story whose publish time is taken away is live at once", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const tomorrow = new Date(clock.now().getTime() + 86_400_000);
  const { id } = await makeLiveStory(curator, { publishAt: tomorrow });
  await expect(getLiveStory(curator, id)).rejects.toMatchObject({ code: "not_found" });

  const edited = await editStory(curator, { ...(await openForm(curator, id)), publishAt: null });

  expect(edited.state).toBe("approved");
  expect(await getLiveStory(curator, id)).toMatchObject({ id, publishedDay: "today" });
});

test("what phones and clipboards add to an address or a title keeps nobody from saving", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);

  const { id } = await createStory(
    curator,
    createStoryInput.parse({ ...link, title: "Ra\0in", summary: "Wet\0", url: "Https://acme.test/Rain" }),
  );

  expect(await getStory(curator, id)).toMatchObject({
    title: "Rain",
    summary: "Wet",
    url: "https://acme.test/Rain",
  });
});

test("an archived story is restored before it is edited", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const { id } = await makeStory(curator, { state: "archived" });

  await expect(editStory(curator, await openForm(curator, id))).rejects.toMatchObject({ code: "conflict" });
});

test("a team, topic, campaign or image of another organization cannot be chosen", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const foreigner = await makeForeignActor();
  const foreignTopic = await makeTopic(foreigner.organizationId);

  await expect(
    createStory(curator, createStoryInput.parse({ ...link, topicIds: [foreignTopic.id] })),
  ).rejects.toMatchObject({ code: "invalid" });
});

test("another organization's actor finds no story to read or to edit", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const { id } = await makeStory(curator);
  const form = await openForm(curator, id);
  const foreigner = await makeForeignActor();

  await expect(getStory(foreigner, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(editStory(foreigner, form)).rejects.toMatchObject({ code: "not_found" });
});

test("employees and managers are kept from the desk", async () => {
  const organization = await makeOrganization();
  const { id } = await makeStory(await makeActor(organization.id, ["curator"]));
  const form = await openForm(await makeActor(organization.id, ["admin"]), id);
  const employee = await makeActor(organization.id, ["employee", "manager"]);

  await expect(createStory(employee, createStoryInput.parse(link))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(editStory(employee, form)).rejects.toMatchObject({ code: "forbidden" });
  await expect(getStoryChoices(employee)).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  { name: "a title", input: { ...link, title: " " }, says: "Give the story a title." },
  { name: "an address", input: { ...link, url: null }, says: "Paste the address that this story links to." },
  {
    name: "a web address",
    input: { ...link, url: "ftp://acme.test" },
    says: "It starts with https:// or http://",
  },
  {
    name: "no script",
    input: { ...link, url: "javascript:alert(1)" },
    says: "It starts with https:// or http://",
  },
  {
    name: "an address without a password",
    input: { ...link, url: "https://acme.test:secret@evil.test/rain" },
    says: "That address has a name or password in it.",
  },
  { name: "an image", input: { kind: "image" as const, title: "Rain" }, says: "Choose an image." },
  {
    name: "words for the image",
    input: { kind: "image" as const, title: "Rain", imageId: newId() },
    says: "Say what the image shows",
  },
  { name: "a text", input: { kind: "text" as const, title: "Rain" }, says: "Write the text of the story." },
  {
    name: "a text that fits",
    input: { kind: "text" as const, title: "Rain", body: "a".repeat(bodyLimit + 1) },
    says: "50,000 characters fit",
  },
  {
    name: "a text under ten megabytes",
    input: { kind: "text" as const, title: "Rain", body: "a".repeat(10_000_000) },
    says: "50,000 characters fit",
  },
  { name: "a team", input: { ...link, audience: "teams" as const }, says: "Choose at least one team" },
  {
    name: "times in order",
    input: { ...link, publishAt: "2026-12-02T09:00", expiresAt: "2026-12-01T09:00" },
    says: "expire before it is published",
  },
])("a story needs $name", ({ input, says }) => {
  const messages = createStoryInput.safeParse(input).error?.issues.map((issue) => issue.message);
  expect(messages).toContainEqual(expect.stringContaining(says));
});

async function openForm(actor: Parameters<typeof getStory>[0], storyId: string): Promise<EditStoryInput> {
  const story = await getStory(actor, storyId);
  const fields = Object.keys(editStoryInput.shape) as (keyof StoryDetails)[];
  const values = Object.fromEntries(
    fields.filter((field) => field in story).map((field) => [field, story[field]]),
  );
  return editStoryInput.parse({ ...values, storyId });
}
