import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { rejectStory } from "#lib/reviews/mutations.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
  makeStory,
  makeTopic,
} from "#lib/test/factories.ts";
import { changeStories, undoChanges } from "./mutations.ts";
import type { BulkAct } from "./schemas.ts";

const makeCurator = async (values = {}) => makeActor((await makeOrganization(values)).id, ["curator"]);

type Story = { id: string; version: number };
const batchOf = (act: BulkAct, ...all: Story[]) => ({
  batchId: newId(),
  act,
  stories: all.map(({ id, version }) => ({ id, version })),
});

async function read(actor: MemberActor, { id }: { id: string }) {
  const [story] = await db
    .select()
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, id)));
  if (!story) throw new Error("no story");
  const topicIds = await db
    .select({ id: storyTopics.topicId })
    .from(storyTopics)
    .where(and(eq(storyTopics.organizationId, actor.organizationId), eq(storyTopics.storyId, id)));
  const { version: _, updatedAt: __, search: ___, ...rest } = story;
  return { ...rest, topicIds: topicIds.map((topic) => topic.id) };
}

test("each change is undone to exactly what was before", async () => {
  const actor = await makeCurator({ allowsSelfApproval: true });
  const topic = await makeTopic(actor.organizationId);
  const acts: [BulkAct, Partial<typeof stories.$inferInsert>][] = [
    [{ kind: "archive" }, { state: "changes_requested" }],
    [{ kind: "archive" }, { state: "rejected" }],
    [{ kind: "restore" }, { state: "archived" }],
    [{ kind: "submit" }, { state: "changes_requested" }],
    [{ kind: "approve" }, { state: "in_review" }],
    [{ kind: "add_topic", topicId: topic.id }, {}],
    [
      { kind: "set_publish", at: "2027-01-01T09:00" },
      { state: "approved", publishAt: new Date("2026-10-25T00:30:17.123Z") },
    ],
    [{ kind: "set_expiry", at: "2027-01-01T09:00" }, {}],
  ];
  for (const [act, values] of acts) {
    const story = await makeStory(actor, values);
    const before = await read(actor, story);
    const batch = batchOf(act, story);
    expect(await changeStories(actor, batch)).toEqual([{ id: story.id, is: "changed" }]);
    expect(await read(actor, story)).not.toEqual(before);
    const undo = { batchId: batch.batchId, storyIds: [story.id] };
    expect(await undoChanges(actor, undo)).toEqual([{ id: story.id, is: "changed" }]);
    expect([act, await read(actor, story)]).toEqual([act, before]);
    expect(await undoChanges(actor, undo)).toEqual([{ id: story.id, is: "same" }]);
  }
});

test("what one story refuses is said in words, and the others are changed", async () => {
  const actor = await makeCurator();
  const draft = await makeStory(actor);
  const archived = await makeStory(actor, { state: "archived" });
  const stale = await makeStory(actor, { version: 2 });
  const topic = await makeTopic(actor.organizationId);
  const outcomes = await changeStories(
    actor,
    batchOf({ kind: "add_topic", topicId: topic.id }, draft, archived, { ...stale, version: 1 }),
  );
  expect(outcomes).toEqual([
    { id: draft.id, is: "changed" },
    { id: archived.id, is: "refused", why: expect.stringContaining("Restore it first") },
    { id: stale.id, is: "refused", why: expect.stringContaining("Somebody changed it") },
  ]);
});

test("an own story is not approved with others, where that is not allowed", async () => {
  const actor = await makeCurator();
  const story = await makeStory(actor, { state: "in_review" });
  const [outcome] = await changeStories(actor, batchOf({ kind: "approve" }, story));
  expect(outcome).toMatchObject({ is: "refused", why: expect.stringContaining("somebody else") });
});

test("the same batch twice, one after the other and at once, changes once", async () => {
  const actor = await makeCurator();
  const story = await makeStory(actor);
  const batch = batchOf({ kind: "archive" }, story);
  const both = await Promise.all([changeStories(actor, batch), changeStories(actor, batch)]);
  expect(both.flat().map(({ is }) => is)).toEqual(["changed", "changed"]);
  expect(await changeStories(actor, batch)).toEqual([{ id: story.id, is: "changed" }]);
  const [row] = await db.select().from(stories).where(eq(stories.id, story.id));
  expect(row?.version).toBe(2);
});

test("what somebody changed since stays, and so does an approval that was acted on", async () => {
  const actor = await makeCurator({ allowsSelfApproval: true });
  const colleague = await makeActor(actor.organizationId, ["curator"]);
  const [first, second] = [await makeStory(actor), await makeStory(actor, { state: "in_review" })];
  const submitted = batchOf({ kind: "submit" }, first);
  await changeStories(actor, submitted);
  await rejectStory(colleague, { storyId: first.id, version: 2, reason: "No." });
  const approved = batchOf({ kind: "approve" }, second);
  await changeStories(actor, approved);
  await makeShare(colleague, second);

  const undo = async ({ batchId }: { batchId: string }, { id }: Story) =>
    (await undoChanges(actor, { batchId, storyIds: [id] }))[0];
  expect(await undo(submitted, first)).toMatchObject({ why: expect.stringContaining("changed it since") });
  expect(await undo(approved, second)).toMatchObject({ why: expect.stringContaining("begun to share") });
});

test("nobody changes or undoes another organization's stories, nor undoes a colleague's batch", async () => {
  const actor = await makeCurator();
  const story = await makeLiveStory(actor);
  const foreigner = await makeForeignActor();
  const [refused] = await changeStories(foreigner, batchOf({ kind: "archive" }, story));
  expect(refused).toMatchObject({ is: "refused", why: "There is no such story." });
  const batch = batchOf({ kind: "archive" }, story);
  await changeStories(actor, batch);
  const undo = { batchId: batch.batchId, storyIds: [story.id] };
  for (const other of [foreigner, await makeActor(actor.organizationId, ["curator"])])
    expect((await undoChanges(other, undo))[0]).toMatchObject({ is: "refused" });
});

test("employees change nothing", async () => {
  const employee = await makeActor((await makeOrganization()).id, ["employee", "manager"]);
  const story = await makeStory(employee);
  await expect(changeStories(employee, batchOf({ kind: "archive" }, story))).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(undoChanges(employee, { batchId: newId(), storyIds: [story.id] })).rejects.toMatchObject({
    code: "forbidden",
  });
});
