import { and, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { clicks } from "#db/schema/clicks.ts";

/** The organizations with counted clicks that nobody scored yet. */
export async function listOrganizationsToScore(): Promise<string[]> {
  const rows = await db
    .selectDistinct({ organizationId: clicks.organizationId })
    .from(clicks)
    .where(and(clicks.counted, isNull(clicks.scoredAt)));
  return rows.map((row) => row.organizationId);
}
