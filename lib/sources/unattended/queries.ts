import { and, count, desc, eq, gt, gte, inArray, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sourceItems, sources } from "#db/schema/sources.ts";
import { topicApprovers } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { toMoment } from "#lib/local-time.ts";
import { getOrganizationRules } from "#lib/stories/queries.ts";
import type { ItemRow } from "../items/queries.ts";

const dayMs = 86_400_000;

/**
 * What a source may make stories of by itself today, oldest first: what arrived within a day, and after its first poll. What
 * was there already when it was added is for a person to look at, and so is what the cap left lying.
 */
export async function listFreshItems(actor: Actor, sourceId: string): Promise<ItemRow[]> {
  const [source] = await db
    .select({ mode: sources.mode, dailyCap: sources.dailyCap })
    .from(sources)
    .where(and(eq(sources.organizationId, actor.organizationId), eq(sources.id, sourceId)));
  if (!source || source.mode === "propose") return [];
  const left = source.dailyCap - (await countMadeToday(db, actor, sourceId));
  if (left <= 0) return [];
  const items = await db
    .select()
    .from(sourceItems)
    .where(
      and(
        ofSource(actor, sourceId),
        eq(sourceItems.state, "waiting"),
        gte(sourceItems.seenAt, new Date(clock.now().getTime() - dayMs)),
        gt(
          sourceItems.seenAt,
          sql`(select min(seen_at) from source_items where organization_id = ${actor.organizationId} and source_id = ${sourceId})`,
        ),
      ),
    )
    .orderBy(desc(sourceItems.publishedAt), desc(sourceItems.id))
    .limit(left);
  return items.reverse();
}

/** How many stories a source made by itself on this day of the organization. */
export async function countMadeToday(executor: Executor, actor: Actor, sourceId: string): Promise<number> {
  const { timeZone } = await getOrganizationRules(executor, actor);
  const dayBegan = toMoment(`${dayIn(timeZone, clock.now())}T00:00`, timeZone);
  const [made] = await executor
    .select({ count: count() })
    .from(sourceItems)
    .where(
      and(
        ofSource(actor, sourceId),
        eq(sourceItems.state, "made"),
        isNull(sourceItems.decidedById),
        gte(sourceItems.decidedAt, dayBegan),
      ),
    );
  return made?.count ?? 0;
}

/** Whether one of the topics has approvers of its own. */
export async function needsApprover(executor: Executor, actor: Actor, topicIds: string[]): Promise<boolean> {
  if (topicIds.length === 0) return false;
  const [approver] = await executor
    .select({ topicId: topicApprovers.topicId })
    .from(topicApprovers)
    .where(
      and(eq(topicApprovers.organizationId, actor.organizationId), inArray(topicApprovers.topicId, topicIds)),
    )
    .limit(1);
  return approver !== undefined;
}

const ofSource = (actor: Actor, sourceId: string) =>
  and(eq(sourceItems.organizationId, actor.organizationId), eq(sourceItems.sourceId, sourceId));
