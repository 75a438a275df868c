import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { connection, db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor, Role } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeCaption,
  makeForeignActor,
  makeOrganization,
  makeStory,
} from "#lib/test/factories.ts";
import {
  approveStory,
  archiveStory,
  rejectStory,
  requestChanges,
  restoreStory,
  submitStory,
} from "./mutations.ts";
import { getReviewSheet } from "./queries.ts";

const reason = "";
const because = "The numbers are from last year.";

test("a story is submitted, sent back, submitted again and approved, and its history tells", async () => {
  const { author, reviewer } = await makeDesk();
  const { id: storyId } = await makeStory(author);

  await submitStory(author, { storyId, version: 1, reason });
  await requestChanges(reviewer, { storyId, version: 2, reason: because });
  await submitStory(author, { storyId, version: 3, reason });
  const approved = await approveStory(reviewer, { storyId, version: 4, reason });

  expect(approved).toEqual({ id: storyId, state: "approved", version: 5 });
  expect(await listReviews(reviewer, storyId)).toMatchObject([
    { decision: "submitted", memberName: "Ada", storyVersion: 1 },
    { decision: "changes_requested", memberName: "Grace", storyVersion: 2, reason: because },
    { decision: "submitted", memberName: "Ada", storyVersion: 3 },
    { decision: "approved", memberName: "Grace", storyVersion: 4 },
  ]);
});

test("an approved story without a time of its own is live from its approval on", async () => {
  const { author, reviewer } = await makeDesk();
  const { id: storyId } = await makeStory(author, { state: "in_review" });
  const now = clock.now();

  await approveStory(reviewer, { storyId, version: 1, reason });

  const [story] = await db.select().from(stories).where(eq(stories.id, storyId));
  expect(story?.publishAt?.getTime()).toBeGreaterThanOrEqual(now.getTime());
});

test("nobody decides on what they wrote, edited or submitted", async () => {
  const { author, reviewer, organizationId } = await makeDesk();
  const editor = await makeActor(organizationId, ["curator"]);
  const { id: storyId } = await makeStory(author, { editedById: editor.memberId });
  await submitStory(reviewer, { storyId, version: 1, reason });
  const input = { storyId, version: 2, reason: because };

  for (const own of [author, editor, reviewer]) {
    await expect(approveStory(own, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(rejectStory(own, input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(requestChanges(own, input)).rejects.toMatchObject({ code: "forbidden" });
  }
});

test("an organization may allow approving one's own", async () => {
  const organization = await makeOrganization({ allowsSelfApproval: true });
  const curator = await makeActor(organization.id, ["curator"]);
  const { id: storyId } = await makeStory(curator, { state: "in_review" });

  expect(await approveStory(curator, { storyId, version: 1, reason })).toMatchObject({ state: "approved" });
});

test("of two who decide at the same moment one wins and the other learns who it was", async () => {
  const { author, reviewer, organizationId } = await makeDesk();
  const other = await makeActor(organizationId, ["admin"], { name: "Linus" });
  const { id: storyId } = await makeStory(author, { state: "in_review" });

  // On Postgres these are two connections at once; PGlite, which has one, takes them in turn.
  const results = await Promise.allSettled([
    approveStory(reviewer, { storyId, version: 1, reason }),
    rejectStory(other, { storyId, version: 1, reason: because }),
  ]);

  const lost = results.find((result) => result.status === "rejected");
  const wonBy = results[0].status === "fulfilled" ? "Grace approved" : "Linus rejected";
  expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(lost?.reason).toMatchObject({
    code: "conflict",
    message: expect.stringContaining(`${wonBy} this story before you`),
  });
  expect(await listReviews(reviewer, storyId)).toHaveLength(1);
});

test.runIf(process.env.TEST_DATABASE_URL)("the race is run over many connections too", async () => {
  const { author, reviewer } = await makeDesk();
  expect(connection().kind).toBe("postgres");
  for (let round = 0; round < 20; round++) {
    const { id: storyId } = await makeStory(author, { state: "in_review" });
    const deciders = await Promise.all(
      Array.from({ length: 4 }, () => makeActor(author.organizationId, ["curator"])),
    );
    const results = await Promise.allSettled(
      deciders.map((decider) => approveStory(decider, { storyId, version: 1, reason })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await listReviews(reviewer, storyId)).toHaveLength(1);
  }
});

test("a second click on the same button is harmless", async () => {
  const { author, reviewer } = await makeDesk();
  const { id: storyId } = await makeStory(author, { state: "in_review" });
  const first = await approveStory(reviewer, { storyId, version: 1, reason });

  expect(await approveStory(reviewer, { storyId, version: 1, reason })).toEqual(first);
  expect(await listReviews(reviewer, storyId)).toHaveLength(1);
});

test("a decision on a version that has changed since is a conflict", async () => {
  const { author, reviewer } = await makeDesk();
  const { id: storyId } = await makeStory(author, { state: "in_review", version: 2 });

  await expect(approveStory(reviewer, { storyId, version: 1, reason })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("changed while you were looking"),
  });
});

test("archiving is undone to what the story was", async () => {
  const { author, reviewer } = await makeDesk();
  const { id: storyId } = await makeStory(author, { state: "in_review" });
  await approveStory(reviewer, { storyId, version: 1, reason });

  expect(await archiveStory(author, { storyId, version: 2, reason })).toMatchObject({ state: "archived" });
  expect(await restoreStory(author, { storyId, version: 3, reason })).toMatchObject({ state: "approved" });
});

test("a story with a caption that X would refuse cannot be submitted", async () => {
  const { author } = await makeDesk();
  const story = await makeStory(author);
  await makeCaption(story, "x".repeat(257), { network: "x" });

  await expect(submitStory(author, { storyId: story.id, version: 1, reason })).rejects.toMatchObject({
    code: "invalid",
    message: "A caption is 1 character too long for X. Shorten it first.",
  });
});

test("a caption leaves room for the disclosure that every share carries", async () => {
  const { id } = await makeOrganization({ requiresDisclosure: true, disclosure: "#AcmeEmployee" });
  const author = await makeActor(id, ["curator"]);
  const story = await makeStory(author);
  await makeCaption(story, "a".repeat(242), { network: "x" });

  await expect(submitStory(author, { storyId: story.id, version: 1, reason })).rejects.toMatchObject({
    message:
      "A caption is 1 character too long for X, with #AcmeEmployee and the link that go with it. Shorten it first.",
  });
});

test("a story whose time has passed cannot be approved", async () => {
  const { author, reviewer } = await makeDesk();
  const { id: storyId } = await makeStory(author, { state: "in_review", expiresAt: new Date("2020-01-01") });

  await expect(approveStory(reviewer, { storyId, version: 1, reason })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("another organization's actor finds nothing to decide", async () => {
  const { author } = await makeDesk();
  const { id: storyId } = await makeStory(author, { state: "in_review" });
  const foreigner = await makeForeignActor();

  for (const decide of everyDecision)
    await expect(decide(foreigner, { storyId, version: 1, reason: because })).rejects.toMatchObject({
      code: "not_found",
    });
  await expect(listReviews(foreigner, storyId)).rejects.toMatchObject({ code: "not_found" });
});

test("employees and managers decide nothing and see no history", async () => {
  const { author, organizationId } = await makeDesk();
  const { id: storyId } = await makeStory(author, { state: "in_review" });
  const employee = await makeActor(organizationId, ["employee", "manager"]);

  for (const decide of everyDecision)
    await expect(decide(employee, { storyId, version: 1, reason: because })).rejects.toMatchObject({
      code: "forbidden",
    });
  await expect(listReviews(employee, storyId)).rejects.toMatchObject({ code: "forbidden" });
});

const listReviews = async (actor: MemberActor, storyId: string) =>
  (await getReviewSheet(actor, storyId)).history;

const everyDecision = [submitStory, approveStory, requestChanges, rejectStory, archiveStory, restoreStory];

async function makeDesk(): Promise<{ organizationId: string; author: MemberActor; reviewer: MemberActor }> {
  const { id: organizationId } = await makeOrganization();
  const member = (name: string, roles: Role[]) => makeActor(organizationId, roles, { name });
  return {
    organizationId,
    author: await member("Ada", ["curator"]),
    reviewer: await member("Grace", ["curator"]),
  };
}
