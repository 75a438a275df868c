import { expect, test } from "vitest";
import { makeActor, makeForeignActor, makeOrganization, makeStory } from "#lib/test/factories.ts";
import { listDeskStories } from "./queries.ts";
import { visibilityOf } from "./visibility.ts";

const at = (time: string) => new Date(`2026-11-23T${time}Z`);

test.each([
  {
    name: "approved without times",
    state: "approved" as const,
    publishAt: null,
    expiresAt: null,
    is: "live",
  },
  {
    name: "approved for later",
    state: "approved" as const,
    publishAt: at("13:00"),
    expiresAt: null,
    is: "scheduled",
  },
  {
    name: "approved for now",
    state: "approved" as const,
    publishAt: at("12:00"),
    expiresAt: null,
    is: "live",
  },
  {
    name: "approved and over",
    state: "approved" as const,
    publishAt: null,
    expiresAt: at("12:00"),
    is: "expired",
  },
  { name: "a draft", state: "draft" as const, publishAt: null, expiresAt: null, is: null },
])("$name is $is", ({ is, ...story }) => {
  expect(visibilityOf(story, at("12:00"))).toBe(is);
});

test("a queue holds the stories of one state, counts all, and what waits longest for review is first", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"], { name: "Ada" });
  const suggester = await makeActor(curator.organizationId, ["employee"], { name: "Grace" });
  const waiting = (title: string, updatedAt: Date) =>
    makeStory(curator, { title, state: "in_review", updatedAt });
  await waiting("second", at("10:00"));
  await makeStory(suggester, {
    title: "first",
    state: "in_review",
    updatedAt: at("09:00"),
    suggestedById: suggester.memberId,
  });
  await makeStory(curator, { state: "archived" });

  const queue = await listDeskStories(curator, "in_review");

  expect(queue.stories).toMatchObject([
    { title: "first", suggestedByName: "Grace", visibility: null },
    { title: "second", authorName: "Ada", suggestedByName: null },
  ]);
  expect(queue.counts).toEqual({
    draft: 0,
    in_review: 2,
    changes_requested: 0,
    approved: 0,
    rejected: 0,
    archived: 1,
  });
});

test("another organization's desk has none of our stories", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  await makeStory(curator, { state: "in_review" });

  expect((await listDeskStories(await makeForeignActor(), "in_review")).stories).toEqual([]);
});

test("employees and managers have no desk", async () => {
  const employee = await makeActor((await makeOrganization()).id, ["employee", "manager"]);

  await expect(listDeskStories(employee, "in_review")).rejects.toMatchObject({ code: "forbidden" });
});
