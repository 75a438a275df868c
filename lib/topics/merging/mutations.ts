import { and, eq, inArray, sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { z } from "zod";
import { db, type Transaction } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { guidelineTopics } from "#db/schema/guidelines.ts";
import { sourceTopics } from "#db/schema/sources.ts";
import { storyTopics } from "#db/schema/stories.ts";
import { memberTopics, topicApprovers, topics } from "#db/schema/topics.ts";
import { readRule } from "#lib/audiences/schemas.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageTopics } from "../policy.ts";
import type { mergeTopicInput } from "../schemas.ts";

/**
 * Makes one topic of two: what carried, followed or named the first now does so with the second, and the first is gone.
 * So a topic that nobody wants any more goes without anything losing its topic.
 */
export async function mergeTopic(
  actor: Actor,
  { topicId, intoId }: z.output<typeof mergeTopicInput>,
): Promise<void> {
  const { organizationId } = actor;
  const found = await db
    .select({ id: topics.id, name: topics.name })
    .from(topics)
    .where(and(eq(topics.organizationId, organizationId), inArray(topics.id, [topicId, intoId])));
  const gone = found.find(({ id }) => id === topicId);
  if (!gone || !found.some(({ id }) => id === intoId)) throw new DomainError("not_found");
  assertCan(canManageTopics(actor));
  if (topicId === intoId) throw new DomainError("invalid", "Choose another topic to merge it into.");

  await db.transaction(async (tx) => {
    await moveRows(tx, actor, storyTopics, storyTopics.storyId, topicId, intoId);
    await moveRows(tx, actor, memberTopics, memberTopics.memberId, topicId, intoId);
    await moveRows(tx, actor, topicApprovers, topicApprovers.memberId, topicId, intoId);
    await moveRows(tx, actor, sourceTopics, sourceTopics.sourceId, topicId, intoId);
    await moveRows(tx, actor, guidelineTopics, guidelineTopics.guidelineId, topicId, intoId);
    await renameInRules(tx, actor, topicId, intoId);
    const deleted = await tx
      .delete(topics)
      .where(and(eq(topics.organizationId, organizationId), eq(topics.id, topicId)))
      .returning({ id: topics.id });
    if (deleted.length === 0) throw new DomainError("conflict");
    await audit(tx, actor, "topic.merge", intoId, { merged: gone.name });
  });
}

type TopicTable = PgTable & { organizationId: AnyPgColumn; topicId: AnyPgColumn };

/** Rows that would be there twice stay behind, and go with the topic. */
async function moveRows(
  tx: Transaction,
  { organizationId }: Actor,
  table: TopicTable,
  owner: AnyPgColumn,
  topicId: string,
  intoId: string,
): Promise<void> {
  const name = sql.identifier(owner.name);
  await tx.execute(sql`
    update ${table} set topic_id = ${intoId}
    where organization_id = ${organizationId} and topic_id = ${topicId}
      and not exists (select 1 from ${table} other where other.organization_id = ${organizationId}
        and other.topic_id = ${intoId} and other.${name} = ${table}.${name})`);
}

/** Saved rules name topics, too. */
async function renameInRules(tx: Transaction, { organizationId }: Actor, topicId: string, intoId: string) {
  const saved = await tx
    .select({ id: audiences.id, rule: audiences.rule })
    .from(audiences)
    .where(eq(audiences.organizationId, organizationId))
    .for("update");
  for (const { id, rule: stored } of saved) {
    const rule = readRule(stored);
    const isNamed = rule?.conditions.some(
      ({ field, values }) => field === "topic" && values.includes(topicId),
    );
    if (!rule || !isNamed) continue;
    const conditions = rule.conditions.map((condition) =>
      condition.field === "topic"
        ? {
            ...condition,
            values: [...new Set(condition.values.map((value) => (value === topicId ? intoId : value)))],
          }
        : condition,
    );
    await tx
      .update(audiences)
      .set({ rule: { ...rule, conditions } })
      .where(and(eq(audiences.organizationId, organizationId), eq(audiences.id, id)));
  }
}
