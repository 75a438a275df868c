import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { listApprovers } from "#lib/reviews/required/queries.ts";
import { canManageTopics } from "../policy.ts";
import { listTopics } from "../queries.ts";
import type { TopicWithApprovers } from "./schemas.ts";

/** Every topic with those whose yes it requires, for admins. */
export async function listTopicsWithApprovers(actor: Actor): Promise<TopicWithApprovers[]> {
  assertCan(canManageTopics(actor));
  const topics = await listTopics(actor);
  const approvers = await listApprovers(
    db,
    actor,
    topics.map(({ id }) => id),
  );
  return topics.map(({ id, name }) => ({
    id,
    name,
    approvers: approvers.filter(({ topicId }) => topicId === id),
  }));
}

/** Everybody who could be made an approver: who has joined and is not suspended. */
export async function listCandidates(actor: Actor): Promise<{ id: string; name: string }[]> {
  assertCan(canManageTopics(actor));
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        eq(members.organizationId, actor.organizationId),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    )
    .orderBy(asc(members.name), asc(members.id))
    .limit(2_000);
}
