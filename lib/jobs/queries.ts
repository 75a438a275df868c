import { and, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { clickBatches, clicks } from "#db/schema/clicks.ts";

/** The organizations with counted clicks that no scorer looked at. */
export async function listOrganizationsToScore(): Promise<string[]> {
  const rows = await db
    .selectDistinct({ organizationId: clicks.organizationId })
    .from(clicks)
    .where(and(clicks.counted, isNull(clicks.scoredAt)));
  return rows.map((row) => row.organizationId);
}

/** The organizations with clicks that no roll-up has in it yet. */
export async function listOrganizationsToRollUp(): Promise<string[]> {
  const rows = await db.selectDistinct({ organizationId: clickBatches.organizationId }).from(clickBatches);
  return rows.map((row) => row.organizationId);
}
