import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { makeActor, makeForeignActor, makeOrganization, makeStory } from "#lib/test/factories.ts";
import { look, seenBefore } from "../looks/look.ts";
import { recordLook } from "../looks/mutations.ts";
import { reopenComment, resolveComment, writeComment } from "./mutations.ts";
import { countUnread, listComments } from "./queries.ts";
import { writeCommentInput } from "./schemas.ts";

test("comments stand in the order in which they were written, and tell the author and whoever took part", async () => {
  const { ada, grace, linus, storyId } = await makeReviewed();
  await writeComment(grace, { storyId, text: "Which pump?" });
  await writeComment(linus, { storyId, text: "The old one." });
  const { comments, unresolved } = await listComments(ada, storyId);
  expect(comments).toMatchObject([
    { authorName: "Grace", text: "Which pump?", version: 3, isNew: true },
    { authorName: "Linus", text: "The old one.", isNew: true },
  ]);
  expect(unresolved).toBe(2);
  expect([await countNotices(ada), await countNotices(grace), await countNotices(linus)]).toEqual([2, 1, 0]);
});

test("a comment is new until it was looked at, and one's own never is", async () => {
  const { ada, grace, storyId } = await makeReviewed();
  await writeComment(grace, { storyId, text: "Which pump?" });
  expect((await countUnread(ada, [storyId])).get(storyId)).toBe(1);
  expect((await countUnread(grace, [storyId])).get(storyId)).toBeUndefined();
  await recordLook(ada, { storyId });
  expect((await countUnread(ada, [storyId])).get(storyId)).toBeUndefined();
  expect((await listComments(ada, storyId)).comments).toMatchObject([{ isNew: false }]);
});

test("a comment is settled and opened again by whoever reviews, twice without harm", async () => {
  const { ada, grace, storyId } = await makeReviewed();
  const commentId = await writeComment(grace, { storyId, text: "Which pump?" });
  await Promise.all([resolveComment(ada, { commentId }), resolveComment(ada, { commentId })]);
  expect((await listComments(ada, storyId)).comments).toMatchObject([{ resolvedByName: "Ada" }]);
  await reopenComment(grace, { commentId });
  expect(await listComments(ada, storyId)).toMatchObject({ unresolved: 1, comments: [{ resolvedAt: null }] });
});

test("many comments come in pages, the newest first to be shown", async () => {
  const { ada, storyId } = await makeReviewed();
  for (let count = 1; count <= 21; count++) await writeComment(ada, { storyId, text: `Number ${count}` });
  expect(await listComments(ada, storyId)).toMatchObject({
    page: 2,
    pageCount: 2,
    comments: [{ text: "Number 21" }],
  });
  expect((await listComments(ada, storyId, 1)).comments).toHaveLength(20);
});

test("ten megabytes are no comment", () => {
  expect(
    writeCommentInput.safeParse({ storyId: crypto.randomUUID(), text: "x".repeat(10_000_000) }).success,
  ).toBe(false);
});

test("another organization finds no comment, and an employee neither reads nor writes any", async () => {
  const { ada, storyId } = await makeReviewed();
  const commentId = await writeComment(ada, { storyId, text: "Ours." });
  const foreigner = await makeForeignActor();
  await expect(writeComment(foreigner, { storyId, text: "Mine" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(resolveComment(foreigner, { commentId })).rejects.toMatchObject({ code: "not_found" });
  await expect(listComments(foreigner, storyId)).rejects.toMatchObject({ code: "not_found" });
  await expect(recordLook(foreigner, { storyId })).rejects.toMatchObject({ code: "not_found" });
  const employee = await makeActor(ada.organizationId);
  await expect(writeComment(employee, { storyId, text: "Mine" })).rejects.toMatchObject({
    code: "forbidden",
  });
  await expect(resolveComment(employee, { commentId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(listComments(employee, storyId)).rejects.toMatchObject({ code: "forbidden" });
});

test.each([
  { name: "the first look", seen: null, version: 1, before: null },
  { name: "the same version again", seen: { seenVersion: 4, seenVersionBefore: 1 }, version: 4, before: 1 },
  { name: "a newer one", seen: { seenVersion: 4, seenVersionBefore: 1 }, version: 6, before: 4 },
])("$name is compared with version $before, before and after it is noted", ({ seen, version, before }) => {
  expect(seenBefore(seen, version)).toBe(before);
  expect(seenBefore(look(seen, version), version)).toBe(before);
});

async function makeReviewed() {
  const { id } = await makeOrganization();
  const [ada, grace, linus] = [
    await makeActor(id, ["curator"], { name: "Ada" }),
    await makeActor(id, ["curator"], { name: "Grace" }),
    await makeActor(id, ["admin"], { name: "Linus" }),
  ];
  const { id: storyId } = await makeStory(ada, { state: "in_review", version: 3 });
  return { ada, grace, linus, storyId };
}

async function countNotices({ memberId }: { memberId: string }) {
  return (await db.select().from(notices).where(eq(notices.memberId, memberId))).length;
}
