import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sourceItems, sources } from "#db/schema/sources.ts";
import type { ToldSource } from "./faulty-feeds.ts";

/** What the feeds told of, beside what is stored. */
export async function compare(organizationIds: Set<string>, told: ToldSource[]) {
  let [lost, twice, behind] = [0, 0, 0];
  for (const organizationId of organizationIds) {
    const rows = await db
      .select({ id: sources.id, lastError: sources.lastError, title: sourceItems.title })
      .from(sources)
      .leftJoin(
        sourceItems,
        and(eq(sourceItems.organizationId, sources.organizationId), eq(sourceItems.sourceId, sources.id)),
      )
      .where(eq(sources.organizationId, organizationId));
    const bySource = Map.groupBy(rows, ({ id }) => id);
    for (const source of told.filter(({ id }) => bySource.has(id))) {
      const titles = (bySource.get(source.id) ?? []).map(({ title }) => title);
      const present = new Set(titles);
      lost += source.items.filter(({ title }) => !present.has(title)).length;
      twice += titles.length - present.size;
      if (bySource.get(source.id)?.[0]?.lastError) behind += 1;
    }
  }
  return { lost, twice, behind };
}
