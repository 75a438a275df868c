import { and, eq, exists, inArray, type SQL } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import { topicApprovers } from "#db/schema/topics.ts";
import type { MemberActor } from "#lib/auth/actor.ts";

/** The condition that a member is an approver of one of a story's topics, and that it was handed in and is not put away. */
export function isReviewedBy({ memberId }: MemberActor): SQL | undefined {
  const ofItsTopics = db
    .select({ topicId: storyTopics.topicId })
    .from(storyTopics)
    .innerJoin(
      topicApprovers,
      and(
        eq(topicApprovers.organizationId, storyTopics.organizationId),
        eq(topicApprovers.topicId, storyTopics.topicId),
      ),
    )
    .where(
      and(
        eq(storyTopics.organizationId, stories.organizationId),
        eq(storyTopics.storyId, stories.id),
        eq(topicApprovers.memberId, memberId),
      ),
    );
  return and(
    inArray(stories.state, ["in_review", "changes_requested", "approved", "rejected"]),
    exists(ofItsTopics),
  );
}
