import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { stories } from "#db/schema/stories.ts";
import { approveStory, rejectStory, requestChanges } from "#lib/reviews/mutations.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { getStory } from "../queries.ts";
import { suggestStory } from "./mutations.ts";
import { listOwnSuggestions } from "./queries.ts";
import { suggestStoryInput } from "./schemas.ts";

const fill = (values = {}) =>
  suggestStoryInput.parse({
    id: newId(),
    url: "https://acme.test/rain",
    title: "Rain",
    note: "Our own roof is in it.",
    ...values,
  });

test("a suggestion is in review with the employee's name and note", async () => {
  const { employee, curator } = await makeTeam();

  const story = await suggestStory(employee, fill());

  expect(story.state).toBe("in_review");
  expect(await getStory(curator, story.id)).toMatchObject({
    suggestedByName: "Grace",
    suggestionNote: "Our own roof is in it.",
  });
});

test("an approved suggestion earns its person points", async () => {
  const { employee, curator } = await makeTeam();
  const { id, version } = await suggestStory(employee, fill());

  await approveStory(curator, { storyId: id, version, reason: "" });

  const entries = await db.select().from(scoreEntries).where(eq(scoreEntries.memberId, employee.memberId));
  expect(entries).toHaveLength(1);
});

test("the person sees what became of each suggestion, and why", async () => {
  const { employee, curator } = await makeTeam();
  const suggest = async (title: string) => {
    const { id: storyId, version } = await suggestStory(employee, fill({ title }));
    return { storyId, version };
  };
  await suggest("waits");
  await requestChanges(curator, { ...(await suggest("back")), reason: "Which roof?" });
  await rejectStory(curator, { ...(await suggest("no")), reason: "Not ours to tell." });
  await approveStory(curator, { ...(await suggest("yes")), reason: "Lovely" });

  const seen = await listOwnSuggestions(employee);

  expect(new Map(seen.map((each) => [each.title, [each.state, each.isLive, each.reason]]))).toEqual(
    new Map([
      ["waits", ["in_review", false, ""]],
      ["back", ["changes_requested", false, "Which roof?"]],
      ["no", ["rejected", false, "Not ours to tell."]],
      ["yes", ["approved", true, ""]],
    ]),
  );
});

test("an approved idea for a team that its person is not in is no page of theirs to open", async () => {
  const { employee, curator } = await makeTeam();
  const { id: storyId, version } = await suggestStory(employee, fill());
  await db.update(stories).set({ audience: "teams" }).where(eq(stories.id, storyId));

  await approveStory(curator, { storyId, version, reason: "" });

  expect(await listOwnSuggestions(employee)).toMatchObject([{ state: "approved", isLive: false }]);
});

test("sending the same form twice makes one story", async () => {
  const { employee } = await makeTeam();
  const form = fill();

  expect(await suggestStory(employee, form)).toEqual(await suggestStory(employee, form));
  expect(await listOwnSuggestions(employee)).toHaveLength(1);
});

test("who writes on after a sending whose answer was lost is told that it had arrived", async () => {
  const { employee, curator } = await makeTeam();
  const form = fill();
  const { id } = await suggestStory(employee, form);

  await expect(suggestStory(employee, { ...form, note: "And the cellar." })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await getStory(curator, id)).toMatchObject({ suggestionNote: form.note });
});

test("suggestions are limited per member", async () => {
  const { employee } = await makeTeam();
  for (let count = 0; count < 10; count++) await suggestStory(employee, fill());

  await expect(suggestStory(employee, fill())).rejects.toMatchObject({ code: "limit_reached" });
});

test("nobody sees the suggestions of others, here or in another organization", async () => {
  const { employee, curator } = await makeTeam();
  await suggestStory(employee, fill());

  expect(await listOwnSuggestions(curator)).toEqual([]);
  expect(await listOwnSuggestions(await makeForeignActor())).toEqual([]);
});

test("a suggester who is a curator too cannot approve it", async () => {
  const { curator } = await makeTeam();
  const { id, version } = await suggestStory(curator, fill());

  await expect(approveStory(curator, { storyId: id, version, reason: "" })).rejects.toMatchObject({
    code: "forbidden",
  });
});

async function makeTeam() {
  const { id } = await makeOrganization();
  return {
    employee: await makeActor(id, ["employee"], { name: "Grace" }),
    curator: await makeActor(id, ["curator"], { name: "Ada" }),
  };
}
