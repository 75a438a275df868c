import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { outsideReviewers, reviewComments } from "#db/schema/reviews.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { createStory, editStory } from "#lib/stories/mutations.ts";
import { createStoryInput } from "#lib/stories/schemas.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { listComments } from "../comments/queries.ts";
import { submitStory } from "../mutations.ts";
import { actOutside, inviteOutside, revokeOutside } from "./mutations.ts";
import { getOutsideImage, getOutsideReview, listOutsideReviewers } from "./queries.ts";
import { inviteOutsideInput, outsideAct } from "./schemas.ts";
import { newToken } from "./token.ts";

const content = createStoryInput.parse({ kind: "text", title: "A pump", body: "It hums." });

test("a link opens its story without an account, and tells nothing else of the organization", async () => {
  const { token } = await makeInvited();
  const review = await getOutsideReview(token);
  expect(review).toMatchObject({
    name: "Noor",
    organizationName: "Acme",
    isOpen: true,
    story: { title: "A pump" },
  });
  expect(JSON.stringify(review)).not.toMatch(/@|audience|topic/i);
});

test("opening a link changes nothing: only what its reader does is kept", async () => {
  const { curator, storyId, token } = await makeInvited();
  await getOutsideReview(token);
  expect(await listOutsideReviewers(curator, storyId)).toMatchObject([{ openedAt: null, verdict: null }]);
  await actOutside(token, { act: "look", version: 1 });
  expect(await listOutsideReviewers(curator, storyId)).toMatchObject([{ openedAt: expect.any(Date) }]);
});

test("only the hash of a link is kept", async () => {
  const { token } = await makeInvited();
  const rows = await db.select().from(outsideReviewers);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(rows)).not.toContain(token);
});

test("a link that was guessed, has ended, was taken back or whose story is archived opens nothing", async () => {
  await expect(getOutsideReview(newToken())).rejects.toMatchObject({ code: "not_found" });
  const ended = await makeInvited();
  await db
    .update(outsideReviewers)
    .set({ expiresAt: clock.now() })
    .where(eq(outsideReviewers.storyId, ended.storyId));
  const revoked = await makeInvited();
  const [reviewer] = await listOutsideReviewers(revoked.curator, revoked.storyId);
  await revokeOutside(revoked.curator, { reviewerId: reviewer?.id ?? "" });
  const archived = await makeInvited();
  await db.update(stories).set({ state: "archived" }).where(eq(stories.id, archived.storyId));
  for (const { token } of [ended, revoked, archived]) {
    await expect(getOutsideReview(token)).rejects.toMatchObject({ code: "not_found" });
    await expect(getOutsideImage(token)).rejects.toMatchObject({ code: "not_found" });
    await expect(actOutside(token, { act: "comment", text: "Hello" })).rejects.toMatchObject({
      code: "not_found",
    });
  }
});

test("what somebody outside says stands by name and version, informs, and decides nothing", async () => {
  const { curator, author, storyId, token } = await makeInvited();
  await actOutside(token, { act: "say", version: 1, verdict: "wants_changes", reason: "Which pump?" });
  await actOutside(token, { act: "say", version: 1, verdict: "wants_changes", reason: "Which pump?" });
  expect(await listOutsideReviewers(curator, storyId)).toMatchObject([
    { name: "Noor", verdict: "wants_changes", reason: "Which pump?", version: 1 },
  ]);
  const [story] = await db.select().from(stories).where(eq(stories.id, storyId));
  expect(story?.state).toBe("in_review");
  expect(await listKinds(author)).toEqual(["review.outside"]);
});

test("a story that changed meanwhile is shown with its changes, and nothing is said of what was not read", async () => {
  const { author, storyId, token } = await makeInvited();
  await actOutside(token, { act: "look", version: 1 });
  await editStory(author, { ...content, title: "A warm pump", storyId, version: 2 });
  await expect(
    actOutside(token, { act: "say", version: 1, verdict: "fine", reason: "" }),
  ).rejects.toMatchObject({
    code: "conflict",
  });
  const { changes, story } = await getOutsideReview(token);
  expect(changes).toMatchObject([{ label: "Title" }]);
  await actOutside(token, { act: "look", version: story.version });
  expect((await getOutsideReview(token)).changes).toHaveLength(1);
  await actOutside(token, { act: "say", version: story.version, verdict: "fine", reason: "" });
});

test("a comment from outside is read on the desk by name, and its reader sees their own alone", async () => {
  const { curator, author, storyId, token } = await makeInvited();
  const other = await makeInvited();
  await actOutside(token, { act: "comment", text: "The date is wrong." });
  expect((await listComments(author, storyId)).comments).toMatchObject([
    { authorName: "Noor", isOutside: true, text: "The date is wrong.", isNew: true },
  ]);
  expect((await getOutsideReview(token)).comments).toMatchObject([
    { text: "The date is wrong.", isResolved: false },
  ]);
  expect((await getOutsideReview(other.token)).comments).toEqual([]);
  expect(await listKinds(curator)).toEqual(["review.comment"]);
  expect(await db.select().from(reviewComments).where(eq(reviewComments.storyId, other.storyId))).toEqual([]);
});

test("once it is decided nothing more is said from outside", async () => {
  const { storyId, token } = await makeInvited();
  await db.update(stories).set({ state: "approved" }).where(eq(stories.id, storyId));
  expect((await getOutsideReview(token)).isOpen).toBe(false);
  await expect(actOutside(token, { act: "comment", text: "Late" })).rejects.toMatchObject({
    code: "conflict",
  });
});

test.each([
  { name: "ten megabytes of comment", act: { act: "comment", text: "x".repeat(10_000_000) } },
  { name: "a wish for changes without a reason", act: { act: "say", version: 1, verdict: "wants_changes" } },
  { name: "a decision", act: { act: "approve", version: 1 } },
])("$name is refused", ({ act }) => {
  expect(outsideAct.safeParse(act).success).toBe(false);
});

test("another organization finds no story to invite to and no link to take back, and employees may do neither", async () => {
  const { author, storyId } = await makeInvited();
  const [reviewer] = await listOutsideReviewers(author, storyId);
  const invite = inviteOutsideInput.parse({ storyId, name: "Eve", days: 7 });
  const take = { reviewerId: reviewer?.id ?? "" };
  const foreigner = await makeForeignActor();
  await expect(inviteOutside(foreigner, invite)).rejects.toMatchObject({ code: "not_found" });
  await expect(revokeOutside(foreigner, take)).rejects.toMatchObject({ code: "not_found" });
  const employee = await makeActor(author.organizationId);
  await expect(inviteOutside(employee, invite)).rejects.toMatchObject({ code: "forbidden" });
  await expect(revokeOutside(employee, take)).rejects.toMatchObject({ code: "forbidden" });
  expect(inviteOutsideInput.safeParse({ ...invite, days: 31 }).success).toBe(false);
});

async function makeInvited() {
  const { id } = await makeOrganization();
  const author = await makeActor(id, ["curator"], { name: "Ada" });
  const curator = await makeActor(id, ["curator"], { name: "Grace" });
  const { id: storyId } = await createStory(author, content);
  await submitStory(author, { storyId, version: 1, reason: "" });
  const { link, mail } = await inviteOutside(curator, { storyId, name: "Noor", email: "", days: 7 });
  expect(mail).toBe("off");
  return { author, curator, storyId, token: link.split("/").at(-1) ?? "" };
}

async function listKinds({ memberId }: MemberActor) {
  const rows = await db.select({ kind: notices.kind }).from(notices).where(eq(notices.memberId, memberId));
  return rows.map(({ kind }) => kind);
}
