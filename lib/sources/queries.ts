import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sourceItems, sources, sourceTopics } from "#db/schema/sources.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { getOrganizationRules } from "#lib/stories/queries.ts";
import { listTopics } from "#lib/topics/queries.ts";
import { canLetApprove, canManageSources } from "./policy.ts";
import type { Source, SourceChoices } from "./schemas.ts";

/** No organization follows more; adding one says so. */
export const mostSources = 500;

export type SourceRow = typeof sources.$inferSelect;

/** The organization's sources with their health: those that fail first, then by name. */
export async function listSources(actor: Actor): Promise<Source[]> {
  assertCan(canManageSources(actor), "The desk is for curators and admins.");
  const { organizationId } = actor;
  const rows = await db
    .select()
    .from(sources)
    .where(and(eq(sources.organizationId, organizationId), isNull(sources.removedAt)))
    .orderBy(asc(sources.name), desc(sources.id))
    .limit(mostSources);
  const waiting = await db
    .select({ sourceId: sourceItems.sourceId, count: count() })
    .from(sourceItems)
    .where(and(eq(sourceItems.organizationId, organizationId), eq(sourceItems.state, "waiting")))
    .groupBy(sourceItems.sourceId);
  const chosen = await db
    .select({ sourceId: sourceTopics.sourceId, id: topics.id, name: topics.name })
    .from(sourceTopics)
    .innerJoin(
      topics,
      and(eq(topics.organizationId, sourceTopics.organizationId), eq(topics.id, sourceTopics.topicId)),
    )
    .where(eq(sourceTopics.organizationId, organizationId))
    .orderBy(asc(topics.name));

  const waitingOf = new Map(waiting.map((row) => [row.sourceId, row.count]));
  const topicsOf = Map.groupBy(chosen, ({ sourceId }) => sourceId);
  return rows.map((row) => toSource(row, topicsOf.get(row.id) ?? [], waitingOf.get(row.id) ?? 0));
}

/** What a source's form lets choose from. */
export async function getSourceChoices(actor: Actor): Promise<SourceChoices> {
  assertCan(canManageSources(actor), "The desk is for curators and admins.");
  const { allowsSelfApproval } = await getOrganizationRules(db, actor);
  return { topics: await listTopics(actor), canLetApprove: canLetApprove(actor, allowsSelfApproval) };
}

/** The row itself, for mutations. Throws `not_found` when it is missing or another organization's. */
export async function getSourceRow(executor: Executor, actor: Actor, sourceId: string): Promise<SourceRow> {
  const [source] = await executor
    .select()
    .from(sources)
    .where(and(eq(sources.organizationId, actor.organizationId), eq(sources.id, sourceId)));
  if (!source) throw new DomainError("not_found", "There is no such source.");
  return source;
}

/** The sources that have one of these addresses, removed or not. */
export async function findSourceByFeed(
  executor: Executor,
  actor: Actor,
  feedUrl: string,
): Promise<SourceRow | null> {
  const [source] = await executor
    .select()
    .from(sources)
    .where(and(eq(sources.organizationId, actor.organizationId), eq(sources.feedUrl, feedUrl)));
  return source ?? null;
}

export async function countSources(executor: Executor, actor: Actor): Promise<number> {
  const [row] = await executor
    .select({ count: count() })
    .from(sources)
    .where(and(eq(sources.organizationId, actor.organizationId), isNull(sources.removedAt)));
  return row?.count ?? 0;
}

export async function listTopicIds(executor: Executor, actor: Actor, sourceId: string): Promise<string[]> {
  const rows = await executor
    .select({ topicId: sourceTopics.topicId })
    .from(sourceTopics)
    .where(and(eq(sourceTopics.organizationId, actor.organizationId), eq(sourceTopics.sourceId, sourceId)));
  return rows.map(({ topicId }) => topicId);
}

function toSource(row: SourceRow, chosen: { id: string; name: string }[], waiting: number): Source {
  const { id, name, feedUrl, siteUrl, language, mode, dailyCap, everyMinutes } = row;
  const { nextPollAt, lastPolledAt, lastSucceededAt, lastError, failures } = row;
  return {
    ...{ id, name, feedUrl, siteUrl, language, mode, dailyCap, everyMinutes },
    ...{ nextPollAt, lastPolledAt, lastSucceededAt, lastError, failures, waiting },
    topicIds: chosen.map((topic) => topic.id),
    topicNames: chosen.map((topic) => topic.name),
    isPaused: row.pausedAt !== null,
  };
}
