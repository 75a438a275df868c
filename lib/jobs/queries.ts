import { and, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { clickBatches, clicks } from "#db/schema/clicks.ts";
import { links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";

/** The organizations with counted clicks on confirmed shares that nobody scored yet. */
export async function listOrganizationsToScore(): Promise<string[]> {
  const rows = await db
    .selectDistinct({ organizationId: clicks.organizationId })
    .from(clicks)
    .innerJoin(links, and(eq(links.organizationId, clicks.organizationId), eq(links.id, clicks.linkId)))
    .innerJoin(shares, and(eq(shares.organizationId, links.organizationId), eq(shares.id, links.shareId)))
    .where(and(clicks.counted, isNull(clicks.scoredAt), eq(shares.state, "confirmed")));
  return rows.map((row) => row.organizationId);
}

/** The organizations with clicks that no roll-up has in it yet. */
export async function listOrganizationsToRollUp(): Promise<string[]> {
  const rows = await db.selectDistinct({ organizationId: clickBatches.organizationId }).from(clickBatches);
  return rows.map((row) => row.organizationId);
}
