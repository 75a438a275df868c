import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { stories } from "#db/schema/stories.ts";
import { listNotices } from "#lib/notices/queries.ts";
import { approveStory, rejectStory, requestChanges } from "#lib/reviews/mutations.ts";
import { makeActor, makeClick, makeForeignActor, makeOrganization, makeShare } from "#lib/test/factories.ts";
import { getStory } from "../queries.ts";
import { bookmarklet } from "./bookmarklet.ts";
import { suggestStory } from "./mutations.ts";
import { listOwnSuggestions } from "./queries.ts";
import { suggestionBegins, suggestStoryInput } from "./schemas.ts";

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

test("each step of a suggestion says when, by whom and why, and its person is told", async () => {
  const { curator, employee } = await makeTeam();
  const { id: storyId, version } = await suggestStory(employee, fill());
  await approveStory(curator, { storyId, version, reason: "What a find, Grace." });

  const [suggestion] = await listOwnSuggestions(employee);
  expect(suggestion?.steps.map(({ what, byName, words }) => [what, byName !== null, words])).toEqual([
    ["suggested", false, ""],
    ["approved", true, "What a find, Grace."],
    ["live", false, ""],
  ]);
  const { notices } = await listNotices(employee, 1);
  expect(notices).toMatchObject([
    {
      title: `Your idea “${suggestion?.title}” is live`,
      body: "“What a find, Grace.”",
      href: `/stories/${storyId}`,
    },
  ]);
});

test("a suggestion that is sent back or declined says so to its person, and to nobody else", async () => {
  const { curator, employee } = await makeTeam();
  const { id: storyId, version } = await suggestStory(employee, fill());
  await rejectStory(curator, { storyId, version, reason: "Not ours to tell." });
  expect((await listNotices(employee, 1)).notices).toMatchObject([
    { body: "“Not ours to tell.”", href: "/suggest" },
  ]);
  expect((await listNotices(curator, 1)).notices).toEqual([]);
});

test("how far an idea reached is told once five people have shared it", async () => {
  const { curator, employee } = await makeTeam();
  const { id: storyId, version } = await suggestStory(employee, fill());
  await approveStory(curator, { storyId, version, reason: "" });
  const share = async () => {
    const made = await makeShare(await makeActor(employee.organizationId), { id: storyId });
    await makeClick(made);
  };
  for (let count = 0; count < 4; count++) await share();
  expect(await listOwnSuggestions(employee)).toMatchObject([{ reached: null }]);
  await share();
  expect(await listOwnSuggestions(employee)).toMatchObject([{ reached: 5 }]);
});

test.each([
  {
    name: "a page",
    begins: { url: "https://a.test/x", title: "Rain", note: "wet" },
    is: { url: "https://a.test/x", title: "Rain", note: "“wet”" },
  },
  { name: "a script", begins: { url: "javascript:alert(1)" }, is: { url: "", title: "", note: "" } },
  { name: "a password", begins: { url: "https://a:b@c.test/" }, is: { url: "", title: "", note: "" } },
  {
    name: "several of each",
    begins: { url: ["https://a.test"], title: ["a", "b"] },
    is: { url: "", title: "", note: "" },
  },
  {
    name: "a long title",
    begins: { title: "a".repeat(300) },
    is: { url: "", title: "a".repeat(200), note: "" },
  },
])("an address with $name fills in what is safe", ({ begins, is }) =>
  expect(suggestionBegins.parse(begins)).toEqual(is),
);

test("the bookmark opens Herald's own page and carries the page's words as values", () => {
  const code = decodeURIComponent(bookmarklet("https://herald.test"));
  expect(code).toMatch(/^javascript:\(\(\)=>\{/);
  expect(code).toContain('"https://herald.test/suggest?"+new URLSearchParams(');
  expect(() => new Function(code.slice("javascript:".length))).not.toThrow();
});
