import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import { clock } from "#lib/clock.ts";
import { makeActor, makeForeignActor, makeOrganization, makeStory, requireYes } from "#lib/test/factories.ts";
import { writeComment } from "../comments/mutations.ts";
import { approveStory } from "../mutations.ts";
import { listWaitingStories } from "./queries.ts";

test("an approver is shown what waits for their topics, what is due first, and whether they have said yes", async () => {
  const { id } = await makeOrganization();
  const curator = await makeActor(id, ["curator"], { name: "Grace" });
  const lawyer = await makeActor(id);
  const [later, due, draft] = [
    await makeStory(curator, { state: "in_review", title: "No hurry" }),
    await makeStory(curator, { state: "in_review", title: "Today", reviewDueAt: clock.now() }),
    await makeStory(curator, { title: "Not handed in" }),
  ];
  for (const story of [later, due, draft]) await requireYes(story, lawyer);
  await makeStory(curator, { state: "in_review", title: "Of no topic" });
  await writeComment(curator, { storyId: due.id, text: "Please look." });
  await approveStory(lawyer, { storyId: later.id, version: 1, reason: "" });

  expect(await listWaitingStories(lawyer, 1)).toMatchObject({
    stories: [
      { title: "Today", authorName: "Grace", unread: 1, hasSaidYes: false },
      { title: "No hurry", unread: 0, hasSaidYes: true },
    ],
    page: 1,
    pageCount: 1,
  });
  await db.update(stories).set({ state: "approved" }).where(eq(stories.id, due.id));
  expect((await listWaitingStories(lawyer, 9)).stories).toHaveLength(1);
});

test("nothing waits for somebody of another organization, or for who approves no topic", async () => {
  const { id } = await makeOrganization();
  const curator = await makeActor(id, ["curator"]);
  await requireYes(await makeStory(curator, { state: "in_review" }), await makeActor(id));
  for (const actor of [await makeActor(id), await makeForeignActor()])
    expect((await listWaitingStories(actor, 1)).stories).toEqual([]);
});
