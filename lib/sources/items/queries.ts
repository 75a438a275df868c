import { and, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { sourceItems, sources } from "#db/schema/sources.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageSources } from "../policy.ts";
import type { ItemsPage, ListItemsInput } from "./schemas.ts";

const pageSize = 30;

export type ItemRow = typeof sourceItems.$inferSelect;

/** What waits, the newest first; of one source, or of all that were not removed. */
export async function listItems(actor: Actor, { source, cursor }: ListItemsInput): Promise<ItemsPage> {
  assertCan(canManageSources(actor), "The desk is for curators and admins.");
  const rows = await db
    .select({
      id: sourceItems.id,
      title: sourceItems.title,
      summary: sourceItems.summary,
      url: sourceItems.url,
      author: sourceItems.author,
      imageUrl: sourceItems.imageUrl,
      sourceId: sources.id,
      sourceName: sources.name,
      language: sources.language,
      publishedAt: sourceItems.publishedAt,
      seenAt: sourceItems.seenAt,
    })
    .from(sourceItems)
    .innerJoin(sources, and(ofItsSource, isNull(sources.removedAt)))
    .where(
      and(
        eq(sourceItems.organizationId, actor.organizationId),
        eq(sourceItems.state, "waiting"),
        source ? eq(sourceItems.sourceId, source) : undefined,
        cursor ? isAfter(actor, cursor) : undefined,
      ),
    )
    .orderBy(desc(sourceItems.seenAt), desc(sourceItems.id))
    .limit(pageSize + 1);
  const items = rows.slice(0, pageSize).map(({ imageUrl, publishedAt, seenAt, ...item }) => ({
    ...item,
    host: item.url && new URL(item.url).host.replace(/^www\./, ""),
    hasImage: imageUrl !== null,
    publishedAt: publishedAt?.toISOString() ?? null,
    seenAt: seenAt.toISOString(),
  }));
  return { items, nextCursor: rows.length > pageSize ? (items.at(-1)?.id ?? null) : null };
}

/** The item and its source, for mutations. Throws `not_found` when it is missing or another organization's. */
export async function getItem(executor: Executor, actor: Actor, itemId: string) {
  const [found] = await executor
    .select({ item: sourceItems, source: sources })
    .from(sourceItems)
    .innerJoin(sources, ofItsSource)
    .where(and(eq(sourceItems.organizationId, actor.organizationId), eq(sourceItems.id, itemId)));
  if (!found) throw new DomainError("not_found", "That item is not there any more.");
  return found;
}

const ofItsSource = and(
  eq(sources.organizationId, sourceItems.organizationId),
  eq(sources.id, sourceItems.sourceId),
);

const isAfter = (actor: Actor, cursor: string): SQL =>
  sql`(${sourceItems.seenAt}, ${sourceItems.id}) < (select seen_at, id from source_items where organization_id = ${actor.organizationId} and id = ${cursor})`;
