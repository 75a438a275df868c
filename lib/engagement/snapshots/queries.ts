import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { engagementSnapshots } from "#db/schema/engagement.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { accountSource } from "./sources.ts";

/** Those of the shares whose account's followers were asked for already. */
export async function listSharesWithFollowers(actor: Actor, shareIds: string[]): Promise<Set<string>> {
  if (shareIds.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ shareId: engagementSnapshots.shareId })
    .from(engagementSnapshots)
    .where(
      and(
        eq(engagementSnapshots.organizationId, actor.organizationId),
        inArray(engagementSnapshots.shareId, shareIds),
        eq(engagementSnapshots.source, accountSource),
      ),
    );
  return new Set(rows.map(({ shareId }) => shareId));
}
