import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { memberTopics, topics } from "#db/schema/topics.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { FollowableTopic } from "#lib/stories/feed/schemas.ts";

/** Every topic by name, and whether the member follows it. */
export async function listFollowableTopics({
  organizationId,
  memberId,
}: MemberActor): Promise<FollowableTopic[]> {
  return db
    .select({
      id: topics.id,
      name: topics.name,
      isFollowed: sql<boolean>`${memberTopics.memberId} is not null`,
    })
    .from(topics)
    .leftJoin(
      memberTopics,
      and(
        eq(memberTopics.organizationId, topics.organizationId),
        eq(memberTopics.topicId, topics.id),
        eq(memberTopics.memberId, memberId),
      ),
    )
    .where(eq(topics.organizationId, organizationId))
    .orderBy(topics.name);
}
