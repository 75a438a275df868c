import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { memberTopics, topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import type { followTopicInput } from "../schemas.ts";

/** Follows a topic, or no longer. Everybody chooses for themself; doing so twice changes nothing. */
export async function followTopic(
  actor: MemberActor,
  { topicId, follows }: z.output<typeof followTopicInput>,
): Promise<void> {
  const { organizationId, memberId } = actor;
  const [topic] = await db
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.organizationId, organizationId), eq(topics.id, topicId)));
  if (!topic) throw new DomainError("not_found", "There is no such topic any more.");

  await db.transaction(async (tx) => {
    const following = { organizationId, memberId, topicId };
    const changed = follows
      ? await tx
          .insert(memberTopics)
          .values({ ...following, createdAt: clock.now() })
          .onConflictDoNothing()
          .returning({ topicId: memberTopics.topicId })
      : await tx
          .delete(memberTopics)
          .where(
            and(
              eq(memberTopics.organizationId, organizationId),
              eq(memberTopics.memberId, memberId),
              eq(memberTopics.topicId, topicId),
            ),
          )
          .returning({ topicId: memberTopics.topicId });
    if (changed.length > 0) await audit(tx, actor, follows ? "topic.follow" : "topic.unfollow", topicId);
  });
}
