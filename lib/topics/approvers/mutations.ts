import { and, eq, inArray, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { topicApprovers, topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageTopics } from "../policy.ts";
import type { SetApproversInput } from "./schemas.ts";

/** Names the members of whom one has to say yes to every story that carries the topic; nobody, and none is needed. */
export async function setApprovers(actor: Actor, { topicId, memberIds }: SetApproversInput): Promise<void> {
  const { organizationId } = actor;
  await db.transaction(async (tx) => {
    const [topic] = await tx
      .select({ name: topics.name })
      .from(topics)
      .where(and(eq(topics.organizationId, organizationId), eq(topics.id, topicId)))
      .for("update");
    if (!topic) throw new DomainError("not_found");
    assertCan(canManageTopics(actor));

    const wanted = [...new Set(memberIds)];
    const known = await tx
      .select({ id: members.id })
      .from(members)
      .where(
        and(
          eq(members.organizationId, organizationId),
          inArray(members.id, wanted),
          isNull(members.suspendedAt),
        ),
      );
    if (known.length < wanted.length)
      throw new DomainError("invalid", "Somebody whom you chose is not here any more. Choose again.");

    const ofTopic = and(
      eq(topicApprovers.organizationId, organizationId),
      eq(topicApprovers.topicId, topicId),
    );
    await tx.delete(topicApprovers).where(ofTopic);
    if (wanted.length > 0)
      await tx
        .insert(topicApprovers)
        .values(wanted.map((memberId) => ({ organizationId, topicId, memberId })));
    await audit(tx, actor, "topic.set_approvers", topicId, { name: topic.name, memberIds: wanted });
  });
}
