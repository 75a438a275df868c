import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { clickBatches, clicks } from "#db/schema/clicks.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreFacts } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";

/** The organizations with counted clicks that no scorer looked at. */
export async function listOrganizationsToScore(): Promise<string[]> {
  // One look into the index for each. Postgres cannot know how few wait of all that count, and plans `distinct` for millions.
  const rows = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(sql`(select true from ${clicks} where ${clicks.organizationId} = ${organizations.id}
      and ${clicks.counted} and ${clicks.scoredAt} is null limit 1)`);
  return rows.map((row) => row.id);
}

/** The organizations with clicks that no roll-up has in it yet. */
export async function listOrganizationsToRollUp(): Promise<string[]> {
  const rows = await db.selectDistinct({ organizationId: clickBatches.organizationId }).from(clickBatches);
  return rows.map((row) => row.organizationId);
}

/** The organizations with shares that went out, and nothing in their journal: as after an upgrade to one. */
export async function listOrganizationsWithoutJournal(): Promise<string[]> {
  const rows = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(
      sql`not exists (select from ${scoreFacts} where ${scoreFacts.organizationId} = ${organizations.id})
        and exists (select from ${shares} where ${shares.organizationId} = ${organizations.id}
          and ${shares.confirmedAt} is not null)`,
    );
  return rows.map((row) => row.id);
}

/** Every organization. */
export async function listOrganizations(): Promise<string[]> {
  const rows = await db.select({ id: organizations.id }).from(organizations);
  return rows.map((row) => row.id);
}
