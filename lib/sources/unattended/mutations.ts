import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { reviews } from "#db/schema/reviews.ts";
import { sources } from "#db/schema/sources.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import { type Actor, systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { whyNotReady } from "#lib/reviews/readiness.ts";
import { tellApprovers } from "#lib/reviews/telling/mutations.ts";
import { getOrganizationRules } from "#lib/stories/queries.ts";
import type { CreateStoryInput, StoryStanding } from "#lib/stories/schemas.ts";
import { insertStoryOf, prepareStory, takeItem } from "../items/mutations.ts";
import type { ItemRow } from "../items/queries.ts";
import { countMadeToday, listFreshItems, needsApprover } from "./queries.ts";

type Content = Omit<CreateStoryInput, "id">;
type SourceRow = typeof sources.$inferSelect;

/**
 * Makes stories of what a source brought since it was added, as its mode and its daily cap allow. Whatever it was killed at, the
 * next poll goes on. @returns how many stories it made
 */
export async function makeStoriesByItself(asker: Actor, sourceId: string): Promise<number> {
  const actor = systemActor(asker.organizationId, "poll");
  let made = 0;
  for (const item of await listFreshItems(actor, sourceId)) {
    try {
      const content = await prepareStory(actor, item.id);
      if (!(await makeOne(actor, item, content))) break;
      made += 1;
    } catch (error) {
      // What keeps one item from becoming a story is for a person to see: it goes on waiting.
      if (!(error instanceof DomainError)) throw error;
      log.warn(
        { sourceId, itemId: item.id, reason: error.message },
        "a source could not make a story by itself",
      );
    }
  }
  return made;
}

/** One story, within the cap: the source's row is locked meanwhile, so that two polls never count past each other. */
async function makeOne(actor: Actor, item: ItemRow, content: Content): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [source] = await tx
      .select()
      .from(sources)
      .where(and(eq(sources.organizationId, actor.organizationId), eq(sources.id, item.sourceId)))
      .for("update");
    if (!source || source.mode === "propose" || source.pausedAt || source.removedAt) return false;
    if ((await countMadeToday(tx, actor, source.id)) >= source.dailyCap) return false;
    if (!(await takeItem(tx, actor, item, { decidedById: null }))) return true;
    const told = source.mode === "approve" ? withAlt(content) : content;
    const story = await insertStoryOf(tx, actor, item, source.addedById, told);
    if (source.mode === "approve") await approve(tx, actor, source, story, told);
    return true;
  });
}

/** Nobody will look at it before it goes out, so what the site left unsaid is said as far as we know it. */
const withAlt = (content: Content): Content =>
  content.imageId && !content.imageAlt
    ? { ...content, imageAlt: `The picture of “${content.title}”` }
    : content;

/** Into the feed; for review where a topic wants somebody's own yes; and it stays a draft where something is not ready. */
async function approve(
  tx: Transaction,
  actor: Actor,
  source: SourceRow,
  { id: storyId, version }: StoryStanding,
  content: Content,
): Promise<void> {
  const now = clock.now();
  const { requiredDisclosure } = await getOrganizationRules(tx, actor);
  if (
    whyNotReady(
      { ...content, expiresAt: null, imageAlt: content.imageId ? content.imageAlt : null },
      requiredDisclosure,
      now,
    )
  )
    return;
  const isHeld = await needsApprover(tx, actor, content.topicIds);
  await tx
    .update(stories)
    .set({
      ...(isHeld
        ? { state: "in_review" as const }
        : { state: "approved" as const, approvedAt: now, publishAt: now }),
      version: version + 1,
      updatedAt: now,
    })
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId)));
  await tx.insert(reviews).values({
    organizationId: actor.organizationId,
    storyId,
    storyVersion: version,
    memberId: source.addedById,
    decision: isHeld ? "submitted" : "approved",
    reason: isHeld
      ? `From the source “${source.name}”. A topic of it wants its own approver.`
      : `By the source “${source.name}”, which approves by itself.`,
    decidedAt: now,
  });
  if (isHeld) await tellApprovers(tx, actor, storyId, version + 1);
  await audit(tx, actor, isHeld ? "story.submit" : "story.approve", storyId, {
    version,
    sourceId: source.id,
  });
}
