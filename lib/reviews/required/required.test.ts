import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { notices } from "#db/schema/notices.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { editStory } from "#lib/stories/mutations.ts";
import { getStory } from "#lib/stories/queries.ts";
import { editStoryInput } from "#lib/stories/schemas.ts";
import { makeActor, makeOrganization, makeStory, requireYes } from "#lib/test/factories.ts";
import { approveStory, requestChanges, submitStory } from "../mutations.ts";
import { getReviewSheet } from "../queries.ts";
import { judge, sayWaits } from "./judge.ts";

const ada = { id: "ada", name: "Ada" };
const bo = { id: "bo", name: "Bo" };
const finance = { topicId: "f", topicName: "Finance", able: [ada, bo], countedIds: ["ada", "bo"] };
const desk = { memberId: "grace", mayDecide: true, networks: null };
const legal = { memberId: "ada", mayDecide: false, networks: null };

test.each([
  {
    name: "nothing said",
    yeses: [],
    waits: "Waits for Finance: Ada or Bo, and for a decision of the comms desk.",
  },
  { name: "the desk alone", yeses: [desk], waits: "Waits for Finance: Ada or Bo." },
  { name: "the approver alone", yeses: [legal], waits: "Waits for a decision of the comms desk." },
  { name: "both", yeses: [desk, legal], waits: "" },
  { name: "one who is both", yeses: [{ ...legal, mayDecide: true }], waits: "" },
])("with $name: $waits", ({ yeses, waits }) => {
  expect(sayWaits(judge([finance], yeses).waitsFor)).toBe(waits);
});

test("what several yeses allow is what all of them allow, and the desk's newest counts", () => {
  const networksOf = (...yeses: Parameters<typeof judge>[1]) => judge([finance], yeses).networks;
  expect(networksOf(desk, legal)).toBeNull();
  expect(networksOf({ ...desk, networks: ["x", "linkedin"] }, legal)).toEqual(["x", "linkedin"]);
  expect(networksOf({ ...desk, networks: ["x", "linkedin"] }, { ...legal, networks: ["linkedin"] })).toEqual([
    "linkedin",
  ]);
  const other = { memberId: "linus", mayDecide: true, networks: null };
  expect(networksOf({ ...desk, networks: ["x"] }, legal, other)).toBeNull();
});

const reason = "";

test("a story about a topic with approvers is live only once one of them and the desk have said yes, in either order", async () => {
  for (const isLegalFirst of [true, false]) {
    const { author, curator, lawyer, story } = await makeFinanceStory();
    const [first, second] = isLegalFirst ? [lawyer, curator] : [curator, lawyer];

    const signedOff = await approveStory(first, { storyId: story.id, version: 1, reason });
    expect(signedOff).toEqual({ id: story.id, state: "in_review", version: 2 });
    const { waits, history } = await getReviewSheet(author, story.id);
    expect(waits).toContain(isLegalFirst ? "the comms desk" : "Lawyer Lea");
    expect(history.at(-1)?.decision).toBe("signed_off");
    // The same button once more changes nothing.
    expect(await approveStory(first, { storyId: story.id, version: 1, reason })).toEqual(signedOff);
    await expect(approveStory(first, { storyId: story.id, version: 2, reason })).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining("You have said yes already."),
    });

    expect(await approveStory(second, { storyId: story.id, version: 2, reason })).toMatchObject({
      state: "approved",
    });
  }
});

test("whoever approves while another signs off is told, and nothing of theirs is lost on the way to live", async () => {
  const { curator, lawyer, story } = await makeFinanceStory();
  const results = await Promise.allSettled([
    approveStory(curator, { storyId: story.id, version: 1, reason }),
    approveStory(lawyer, { storyId: story.id, version: 1, reason }),
  ]);
  const lost = results.find(({ status }) => status === "rejected");
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(lost).toMatchObject({ reason: { code: "conflict", message: expect.stringContaining("said yes") } });
});

test("an approver who is not of the desk reviews the stories of their topic and no other, and submits none", async () => {
  const { author, lawyer, story } = await makeFinanceStory();
  const other = await makeStory(author, { state: "in_review" });
  const draft = await makeStory(author);
  await db.insert(storyTopics).values({ ...(await topicOf(story.id)), storyId: draft.id });

  expect((await getReviewSheet(lawyer, story.id)).whyNotDecide).toBeNull();
  for (const { id: storyId } of [other, draft]) {
    await expect(getReviewSheet(lawyer, storyId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(approveStory(lawyer, { storyId, version: 1, reason })).rejects.toMatchObject({
      code: "forbidden",
    });
  }
  await expect(submitStory(lawyer, { storyId: story.id, version: 1, reason })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(
    await requestChanges(lawyer, { storyId: story.id, version: 1, reason: "Cite the report." }),
  ).toMatchObject({
    state: "changes_requested",
  });
});

test("editing what it says takes the yes back and asks again; another campaign or time does not", async () => {
  const { author, curator, lawyer, story } = await makeFinanceStory();
  await approveStory(lawyer, { storyId: story.id, version: 1, reason });
  const input = editStoryInput.parse(await formOf(curator, story.id));
  await editStory(author, { ...input, expiresAt: "2099-01-01T00:00" });
  expect((await getReviewSheet(author, story.id)).waits).toBe("Waits for a decision of the comms desk.");

  await editStory(author, { ...input, title: "Other words", version: 3 });
  expect((await getReviewSheet(author, story.id)).waits).toContain("Lawyer Lea");
  expect(await listKinds(lawyer)).toContain("review.requested");
});

test("a no takes back every yes before it", async () => {
  const { author, curator, lawyer, story } = await makeFinanceStory();
  await approveStory(lawyer, { storyId: story.id, version: 1, reason });
  await requestChanges(curator, { storyId: story.id, version: 2, reason: "Not yet." });
  await submitStory(author, { storyId: story.id, version: 3, reason });
  expect(await approveStory(curator, { storyId: story.id, version: 4, reason })).toMatchObject({
    state: "in_review",
  });
});

test("a topic with approvers sends an approved story back to review, where only its yes is missing", async () => {
  const { author, curator, lawyer, story } = await makeFinanceStory();
  const topic = await topicOf(story.id);
  await db.delete(storyTopics).where(eq(storyTopics.storyId, story.id));
  await approveStory(curator, { storyId: story.id, version: 1, reason });
  const input = editStoryInput.parse(await formOf(curator, story.id));

  expect(await editStory(author, { ...input, topicIds: [topic.topicId] })).toMatchObject({
    state: "in_review",
  });
  expect((await getReviewSheet(author, story.id)).waits).toContain("Lawyer Lea");
  expect(await approveStory(lawyer, { storyId: story.id, version: 3, reason })).toMatchObject({
    state: "approved",
  });
});

test("where no approver is left admins can, and a suspended one's earlier yes still counts", async () => {
  const { curator, lawyer, story, organizationId } = await makeFinanceStory();
  const admin = await makeActor(organizationId, ["admin"], { name: "Root" });
  await suspend(lawyer);
  await approveStory(curator, { storyId: story.id, version: 1, reason });
  expect((await getReviewSheet(curator, story.id)).waits).toMatch(/Root\.$/);
  expect(await approveStory(admin, { storyId: story.id, version: 2, reason })).toMatchObject({
    state: "approved",
  });

  const again = await makeFinanceStory();
  await approveStory(again.lawyer, { storyId: again.story.id, version: 1, reason });
  await suspend(again.lawyer);
  expect(await approveStory(again.curator, { storyId: again.story.id, version: 2, reason })).toMatchObject({
    state: "approved",
  });
});

test("an approver who wrote it does not approve it either; admins stand in when there is nobody else", async () => {
  const { lawyer, organizationId } = await makeFinanceStory();
  const admin = await makeActor(organizationId, ["admin"], { name: "Root" });
  const own = await makeStory(lawyer, { state: "in_review" });
  await requireYes(own, lawyer);
  await expect(approveStory(lawyer, { storyId: own.id, version: 1, reason })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await approveStory(admin, { storyId: own.id, version: 1, reason })).toMatchObject({
    state: "approved",
  });
});

test("approving for some networks is kept, and nobody approves for none", async () => {
  const { curator, lawyer, story } = await makeFinanceStory();
  await approveStory(lawyer, { storyId: story.id, version: 1, reason, networks: ["linkedin", "x"] });
  const input = { storyId: story.id, version: 2, reason };
  await expect(approveStory(curator, { ...input, networks: ["bluesky"] })).rejects.toMatchObject({
    code: "invalid",
  });
  await approveStory(curator, { ...input, networks: ["linkedin", "bluesky"] });
  const [row] = await db.select().from(stories).where(eq(stories.id, story.id));
  expect(row).toMatchObject({ state: "approved", approvedNetworks: ["linkedin"] });
});

async function makeFinanceStory() {
  const { id: organizationId } = await makeOrganization();
  const author = await makeActor(organizationId, ["curator"], { name: "Ann" });
  const curator = await makeActor(organizationId, ["curator"], { name: "Grace" });
  const lawyer = await makeActor(organizationId, ["employee"], { name: "Lawyer Lea" });
  const story = await makeStory(author, { state: "in_review" });
  await requireYes(story, lawyer);
  return { organizationId, author, curator, lawyer, story };
}

async function topicOf(storyId: string) {
  const [row] = await db.select().from(storyTopics).where(eq(storyTopics.storyId, storyId));
  if (!row) throw new Error("the story has no topic");
  return { organizationId: row.organizationId, topicId: row.topicId };
}

async function formOf(actor: MemberActor, storyId: string) {
  const story = await getStory(actor, storyId);
  const { version, kind, title, url, topicIds, publishAt } = story;
  return { storyId, version, kind, title, url, topicIds, publishAt };
}

async function suspend({ organizationId, memberId }: MemberActor) {
  await db
    .update(members)
    .set({ suspendedAt: clock.now() })
    .where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
}

async function listKinds({ memberId }: MemberActor) {
  const rows = await db.select({ kind: notices.kind }).from(notices).where(eq(notices.memberId, memberId));
  return rows.map(({ kind }) => kind);
}
