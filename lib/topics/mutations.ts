import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageTopics } from "./policy.ts";
import type { addTopicInput, renameTopicInput } from "./schemas.ts";

export async function addTopic(actor: Actor, { name }: z.output<typeof addTopicInput>): Promise<string> {
  assertCan(canManageTopics(actor));
  return db.transaction(async (tx) => {
    const [topic] = await tx
      .insert(topics)
      .values({ organizationId: actor.organizationId, name })
      .onConflictDoNothing()
      .returning({ id: topics.id });
    if (!topic) throw new DomainError("conflict", `There is a topic called ${name} already.`);
    await audit(tx, actor, "topic.add", topic.id, { name });
    return topic.id;
  });
}

export async function renameTopic(
  actor: Actor,
  { topicId, name }: z.output<typeof renameTopicInput>,
): Promise<void> {
  const topic = and(eq(topics.organizationId, actor.organizationId), eq(topics.id, topicId));
  const [before] = await db.select({ name: topics.name }).from(topics).where(topic);
  if (!before) throw new DomainError("not_found");
  assertCan(canManageTopics(actor));

  const sameName = and(eq(topics.organizationId, actor.organizationId), eq(topics.name, name));
  const [namesake] = await db.select({ id: topics.id }).from(topics).where(sameName);
  if (namesake && namesake.id !== topicId)
    throw new DomainError("conflict", `There is a topic called ${name} already.`);

  await db.transaction(async (tx) => {
    await tx.update(topics).set({ name }).where(topic);
    await audit(tx, actor, "topic.rename", topicId, { from: before.name, to: name });
  });
}
