import { and, eq, inArray, isNull } from "drizzle-orm";
import { db, type Executor, type Transaction } from "#db/client.ts";
import { reviews } from "#db/schema/reviews.ts";
import { shares } from "#db/schema/shares.ts";
import { stories, storyChanges, storyTopics } from "#db/schema/stories.ts";
import { topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { toFailure } from "#lib/failure.ts";
import { approveStory, archiveStory, restoreStory, submitStory } from "#lib/reviews/mutations.ts";
import { editStory } from "../mutations.ts";
import { canCurate } from "../policy.ts";
import { getStory, getStoryRow, type StoryRow } from "../queries.ts";
import { editStoryInput, type StoryContent, type StoryStanding } from "../schemas.ts";
import { type StoryBefore, storyBefore } from "./before.ts";
import type { BulkAct, ChangeStoriesInput, Outcome, UndoChangesInput } from "./schemas.ts";

/**
 * Changes stories one by one, each by the rules of a single change and in its own transaction; what one refuses does not keep
 * the others. The same batch again changes nothing twice.
 */
export async function changeStories(
  actor: MemberActor,
  { batchId, act, stories }: ChangeStoriesInput,
): Promise<Outcome[]> {
  assertCan(canCurate(actor), "Only curators and admins change stories.");
  const outcomes: Outcome[] = [];
  for (const seen of stories)
    outcomes.push(await outcomeOf(seen.id, () => changeStory(actor, batchId, act, seen)));
  return outcomes;
}

/** Gives stories of one's own batch back exactly what they had before, unless somebody changed them since. */
export async function undoChanges(
  actor: MemberActor,
  { batchId, storyIds }: UndoChangesInput,
): Promise<Outcome[]> {
  assertCan(canCurate(actor), "Only curators and admins change stories.");
  const outcomes: Outcome[] = [];
  for (const id of storyIds) outcomes.push(await outcomeOf(id, () => undoChange(actor, batchId, id)));
  return outcomes;
}

async function outcomeOf(id: string, run: () => Promise<"changed" | "same">): Promise<Outcome> {
  try {
    return { id, is: await run() };
  } catch (error) {
    return { id, is: "refused", why: toFailure(error).message };
  }
}

async function changeStory(
  actor: MemberActor,
  batchId: string,
  act: BulkAct,
  { id, version }: { id: string; version: number },
): Promise<"changed" | "same"> {
  const { organizationId, memberId } = actor;
  const [done] = await db
    .select()
    .from(storyChanges)
    .where(ofBatch(actor, batchId, id));
  if (done && done.memberId !== memberId) throw new DomainError("not_found");
  if (done?.version) return "changed";

  const story = await getStoryRow(db, actor, id);
  const before = await readBefore(db, actor, story);
  // Kept before anything is changed: who is cut off in between sends the batch again, and it is found here.
  if (!done) {
    if (story.version !== version) throw new DomainError("conflict", changedMeanwhile);
    if (!changesAnything(act, before)) return "same";
    await db
      .insert(storyChanges)
      .values({ organizationId, batchId, storyId: id, memberId, before, createdAt: clock.now() })
      .onConflictDoNothing();
  }
  try {
    const standing = await perform(actor, act, id, version);
    await db
      .update(storyChanges)
      .set({ version: standing.version })
      .where(and(ofBatch(actor, batchId, id), isNull(storyChanges.version)));
    return "changed";
  } catch (error) {
    await db.delete(storyChanges).where(and(ofBatch(actor, batchId, id), isNull(storyChanges.version)));
    throw error;
  }
}

const changedMeanwhile = "Somebody changed it after this list was read. Look at it, then change it again.";

function changesAnything(act: BulkAct, { topicIds, campaignId }: StoryBefore): boolean {
  if (act.kind === "add_topic") return !topicIds.includes(act.topicId);
  if (act.kind === "remove_topic") return topicIds.includes(act.topicId);
  if (act.kind === "set_campaign") return campaignId !== act.campaignId;
  return true;
}

const decisions = {
  archive: archiveStory,
  restore: restoreStory,
  submit: submitStory,
  approve: approveStory,
};

async function perform(
  actor: MemberActor,
  act: BulkAct,
  storyId: string,
  version: number,
): Promise<StoryStanding> {
  if (act.kind in decisions)
    return decisions[act.kind as keyof typeof decisions](actor, { storyId, version, reason: "" });
  const content = await getStory(actor, storyId);
  const changed = { ...content, ...changeOf(act, content) };
  const known = Object.keys(editStoryInput.shape);
  const fields = Object.entries({ ...changed, storyId, version }).filter(([field]) => known.includes(field));
  const input = editStoryInput.safeParse(Object.fromEntries(fields));
  if (!input.success)
    throw new DomainError("invalid", input.error.issues[0]?.message ?? "It does not fit this story.");
  return editStory(actor, input.data);
}

function changeOf(act: BulkAct, { topicIds }: StoryContent): Partial<StoryContent> {
  if (act.kind === "add_topic") return { topicIds: [...topicIds, act.topicId] };
  if (act.kind === "remove_topic") return { topicIds: topicIds.filter((id) => id !== act.topicId) };
  if (act.kind === "set_campaign") return { campaignId: act.campaignId };
  if (act.kind === "set_publish") return { publishAt: act.at };
  if (act.kind === "set_expiry") return { expiresAt: act.at };
  return {};
}

async function undoChange(actor: MemberActor, batchId: string, storyId: string): Promise<"changed" | "same"> {
  return db.transaction(async (tx) => {
    const { organizationId, memberId } = actor;
    const [change] = await tx
      .select()
      .from(storyChanges)
      .where(and(ofBatch(actor, batchId, storyId), eq(storyChanges.memberId, memberId)))
      .for("update");
    if (!change?.version) throw new DomainError("not_found", "There is no such change of yours to undo.");
    if (change.undoneAt) return "same";
    const story = await getStoryRow(tx, actor, storyId);
    const before = storyBefore.parse(change.before);
    if (story.state === "approved" && before.state === "in_review")
      await assertNothingCameOfIt(tx, actor, story);

    const now = clock.now();
    const { topicIds, publishAt, expiresAt, approvedAt, reviewDueAt, ...columns } = before;
    const moment = (text: string | null) => (text ? new Date(text) : null);
    const [undone] = await tx
      .update(stories)
      .set({
        ...columns,
        publishAt: moment(publishAt),
        expiresAt: moment(expiresAt),
        approvedAt: moment(approvedAt),
        reviewDueAt: moment(reviewDueAt),
        version: change.version + 1,
        updatedAt: now,
      })
      .where(and(ofStory(actor, storyId), eq(stories.version, change.version)))
      .returning({ id: stories.id });
    if (!undone) throw new DomainError("conflict", "Somebody changed it since, so it stays as it is now.");
    await replaceTopics(tx, actor, storyId, topicIds);
    if (story.state !== before.state)
      await tx.insert(reviews).values({
        organizationId,
        storyId,
        storyVersion: change.version,
        memberId,
        decision: "restored",
        reason: "Undone.",
        decidedAt: now,
      });
    await tx
      .update(storyChanges)
      .set({ undoneAt: now })
      .where(ofBatch(actor, batchId, storyId));
    await audit(tx, actor, "story.undo", storyId, { version: change.version + 1 });
    return "changed";
  });
}

/** An approval that people acted on is a fact: points that were given and posts that went out are not taken back. */
async function assertNothingCameOfIt(tx: Transaction, actor: MemberActor, story: StoryRow): Promise<void> {
  if (story.suggestedById)
    throw new DomainError("conflict", "Its suggestion was thanked and scored. Archive it instead.");
  const [share] = await tx
    .select({ id: shares.id })
    .from(shares)
    .where(and(eq(shares.organizationId, actor.organizationId), eq(shares.storyId, story.id)))
    .limit(1);
  if (share) throw new DomainError("conflict", "Somebody has begun to share it. Archive it instead.");
}

async function readBefore(executor: Executor, actor: MemberActor, story: StoryRow): Promise<StoryBefore> {
  const rows = await executor
    .select({ topicId: storyTopics.topicId })
    .from(storyTopics)
    .where(and(eq(storyTopics.organizationId, actor.organizationId), eq(storyTopics.storyId, story.id)));
  const { state, campaignId, approvedNetworks } = story;
  return {
    state,
    campaignId,
    approvedNetworks,
    publishAt: story.publishAt?.toISOString() ?? null,
    expiresAt: story.expiresAt?.toISOString() ?? null,
    approvedAt: story.approvedAt?.toISOString() ?? null,
    reviewDueAt: story.reviewDueAt?.toISOString() ?? null,
    topicIds: rows.map(({ topicId }) => topicId),
  };
}

async function replaceTopics(tx: Transaction, actor: MemberActor, storyId: string, topicIds: string[]) {
  const { organizationId } = actor;
  await tx
    .delete(storyTopics)
    .where(and(eq(storyTopics.organizationId, organizationId), eq(storyTopics.storyId, storyId)));
  if (topicIds.length === 0) return;
  // A topic may have been removed meanwhile.
  const present = await tx
    .select({ topicId: topics.id })
    .from(topics)
    .where(and(eq(topics.organizationId, organizationId), inArray(topics.id, topicIds)));
  if (present.length > 0)
    await tx.insert(storyTopics).values(present.map((topic) => ({ organizationId, storyId, ...topic })));
}

const ofStory = ({ organizationId }: MemberActor, storyId: string) =>
  and(eq(stories.organizationId, organizationId), eq(stories.id, storyId));

const ofBatch = ({ organizationId }: MemberActor, batchId: string, storyId: string) =>
  and(
    eq(storyChanges.organizationId, organizationId),
    eq(storyChanges.batchId, batchId),
    eq(storyChanges.storyId, storyId),
  );
