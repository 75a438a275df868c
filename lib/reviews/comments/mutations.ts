import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { reviewComments } from "#db/schema/reviews.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { consume } from "#lib/rate-limits.ts";
import { canComment } from "../policy.ts";
import { getReviewedStory } from "../queries.ts";
import { tellComment } from "../telling/mutations.ts";
import type { CommentInput, WriteCommentInput } from "./schemas.ts";

/** Says something about the story as it stands. Anybody who may see it on the desk may. */
export async function writeComment(actor: MemberActor, input: WriteCommentInput): Promise<string> {
  const { storyId, text } = input;
  return db.transaction(async (tx) => {
    const { story, hands } = await getReviewedStory(tx, actor, storyId);
    assertCan(canComment(story.state), "This story is archived. Restore it first, then write about it.");
    await consume("comment", actor.memberId);
    const id = newId();
    await tx.insert(reviewComments).values({
      organizationId: actor.organizationId,
      id,
      storyId,
      storyVersion: story.version,
      memberId: actor.memberId,
      text,
      createdAt: clock.now(),
    });
    await tellComment(tx, actor, { story, hands, commentId: id, text });
    await audit(tx, actor, "story.comment", storyId, { commentId: id });
    return id;
  });
}

/** Says that what a comment asked for is done. */
export async function resolveComment(actor: MemberActor, { commentId }: CommentInput): Promise<void> {
  await settle(actor, commentId, { resolvedAt: clock.now(), resolvedById: actor.memberId });
}

/** Says that it is not. */
export async function reopenComment(actor: MemberActor, { commentId }: CommentInput): Promise<void> {
  await settle(actor, commentId, { resolvedAt: null, resolvedById: null });
}

/** Of two who settle a comment at once both have what they wanted, and one of them did it. */
async function settle(
  actor: MemberActor,
  commentId: string,
  values: { resolvedAt: Date | null; resolvedById: string | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    const isMeant = and(
      eq(reviewComments.organizationId, actor.organizationId),
      eq(reviewComments.id, commentId),
    );
    const [comment] = await tx
      .select({ storyId: reviewComments.storyId })
      .from(reviewComments)
      .where(isMeant);
    if (!comment) throw new DomainError("not_found", "There is no such comment.");
    await getReviewedStory(tx, actor, comment.storyId);
    const isOther = values.resolvedAt
      ? isNull(reviewComments.resolvedAt)
      : isNotNull(reviewComments.resolvedAt);
    const changed = await tx
      .update(reviewComments)
      .set(values)
      .where(and(isMeant, isOther))
      .returning({ id: reviewComments.id });
    const verb = values.resolvedAt ? "resolve" : "reopen";
    if (changed.length > 0) await audit(tx, actor, `story.${verb}_comment`, comment.storyId, { commentId });
  });
}
