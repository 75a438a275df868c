import { db } from "#db/client.ts";
import { reviewLooks } from "#db/schema/reviews.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { settleStoryNotices } from "#lib/notices/mutations.ts";
import { findContentVersion } from "#lib/stories/versions/queries.ts";
import { getReviewedStory } from "../queries.ts";
import { look } from "./look.ts";
import { findLook } from "./queries.ts";
import type { RecordLookInput } from "./schemas.ts";

/** Notes what the member has before them, for "since you last looked". No audit event: what a person reads is their own affair. */
export async function recordLook(actor: MemberActor, { storyId }: RecordLookInput): Promise<void> {
  await db.transaction(async (tx) => {
    await getReviewedStory(tx, actor, storyId);
    const version = await findContentVersion(tx, actor, storyId);
    const seen = { ...look(await findLook(tx, actor, storyId), version), seenAt: clock.now() };
    const { organizationId, memberId } = actor;
    await tx
      .insert(reviewLooks)
      .values({ organizationId, storyId, memberId, ...seen })
      .onConflictDoUpdate({
        target: [reviewLooks.organizationId, reviewLooks.storyId, reviewLooks.memberId],
        set: seen,
      });
    await settleStoryNotices(tx, actor, ["review.comment", "review.outside"], storyId, memberId);
  });
}
