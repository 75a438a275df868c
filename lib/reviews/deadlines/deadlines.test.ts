import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { makeActor, makeForeignActor, makeOrganization, makeStory, requireYes } from "#lib/test/factories.ts";
import { approveStory, rejectStory, submitStory } from "../mutations.ts";
import { sayDue, suggestDeadlines } from "./deadline.ts";
import { remindOfReviews, setDeadline } from "./mutations.ts";

const hours = (count: number) => new Date(clock.now().getTime() + count * 3_600_000);

test("a deadline is a time of the organization's own zone, and is said in words", () => {
  const now = new Date("2026-11-20T15:00:00Z"); // a Friday
  expect(suggestDeadlines(now, "Asia/Tokyo")).toEqual([
    { name: "Monday 17:00", local: "2026-11-23T17:00" },
    { name: "Wednesday 17:00", local: "2026-11-25T17:00" },
    { name: "Friday 17:00", local: "2026-11-27T17:00" },
  ]);
  expect(suggestDeadlines(new Date("2026-11-23T09:00:00Z"), "Europe/Amsterdam")[0]?.name).toBe(
    "tomorrow 17:00",
  );
  expect(sayDue(new Date("2026-11-21T16:00:00Z"), now, "Europe/Amsterdam")).toBe("Due tomorrow at 17:00");
  expect(sayDue(new Date("2026-11-19T16:00:00Z"), now, "Europe/Amsterdam")).toBe(
    "Overdue since yesterday at 17:00",
  );
});

test("whoever hands a story in says by when, and not a time that has passed", async () => {
  const author = await makeActor((await makeOrganization({ timeZone: "Asia/Tokyo" })).id, ["curator"]);
  const { id: storyId } = await makeStory(author);
  const input = { storyId, version: 1, reason: "" };
  await expect(submitStory(author, { ...input, dueAt: "2020-01-01T09:00" })).rejects.toMatchObject({
    code: "invalid",
  });
  await submitStory(author, { ...input, dueAt: "2099-01-01T09:00" });
  const [story] = await db.select().from(stories).where(eq(stories.id, storyId));
  expect(story?.reviewDueAt).toEqual(new Date("2099-01-01T00:00:00Z"));
});

test("those who can decide are reminded a day before and when it is overdue, once each, and nobody else", async () => {
  const { author, curator, lawyer, story } = await makeDue(hours(20));
  const manager = await makeActor(author.organizationId, ["manager"]);
  await remindOfReviews();
  await remindOfReviews();
  for (const reminded of [curator, lawyer]) expect(await listDue(reminded)).toEqual([false]);
  for (const not of [author, manager]) expect(await listDue(not)).toEqual([]);

  await db
    .update(stories)
    .set({ reviewDueAt: hours(-1) })
    .where(eq(stories.id, story.id));
  await Promise.all([remindOfReviews(), remindOfReviews()]);
  expect((await listDue(curator)).sort()).toEqual([false, true]);
});

test("after the decision nobody is reminded, what was asked is settled, and the author is told", async () => {
  const { author, curator, lawyer, story } = await makeDue(hours(5));
  await remindOfReviews();
  await rejectStory(curator, { storyId: story.id, version: 1, reason: "Not ours to tell." });
  await db
    .update(stories)
    .set({ reviewDueAt: hours(-1) })
    .where(eq(stories.id, story.id));
  await remindOfReviews();

  const open = await db.select().from(notices).where(eq(notices.memberId, lawyer.memberId));
  expect(open.map(({ readAt }) => readAt !== null)).toEqual([true]);
  const told = await db.select().from(notices).where(eq(notices.memberId, author.memberId));
  expect(told).toMatchObject([
    { kind: "review.decided", data: { decision: "rejected", reason: "Not ours to tell." } },
  ]);
});

test("who has said yes already is not reminded", async () => {
  const { curator, lawyer, story } = await makeDue(hours(5));
  await approveStory(curator, { storyId: story.id, version: 1, reason: "" });
  await remindOfReviews();
  expect(await listDue(curator)).toEqual([]);
  expect(await listDue(lawyer)).toEqual([false]);
});

test("a deadline is moved by the desk alone, of its own organization, while the story waits", async () => {
  const { curator, lawyer, story } = await makeDue(hours(5));
  const input = { storyId: story.id, dueAt: "2099-01-01T09:00" };
  await expect(setDeadline(await makeForeignActor(), input)).rejects.toMatchObject({ code: "not_found" });
  await expect(setDeadline(lawyer, input)).rejects.toMatchObject({ code: "forbidden" });
  await setDeadline(curator, input);
  await setDeadline(curator, { ...input, dueAt: null });
  await db.update(stories).set({ state: "approved" }).where(eq(stories.id, story.id));
  await expect(setDeadline(curator, input)).rejects.toMatchObject({ code: "conflict" });
});

async function makeDue(reviewDueAt: Date) {
  const { id } = await makeOrganization();
  const author = await makeActor(id, ["curator"]);
  const curator = await makeActor(id, ["curator"]);
  const lawyer = await makeActor(id);
  const story = await makeStory(author, { state: "in_review", reviewDueAt });
  await requireYes(story, lawyer);
  return { author, curator, lawyer, story };
}

/** Of each reminder, whether it says that the decision is overdue. */
async function listDue({ memberId }: MemberActor) {
  const rows = await db.select().from(notices).where(eq(notices.memberId, memberId));
  return rows.filter(({ kind }) => kind === "review.due").map(({ data }) => data.isOverdue);
}
