import { desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { holidays } from "#db/schema/pledges.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { Holiday } from "./schemas.ts";

/** The organization's, latest first. */
export async function listHolidays({ organizationId }: MemberActor): Promise<Holiday[]> {
  return db
    .select({ day: holidays.day, name: holidays.name, country: holidays.country })
    .from(holidays)
    .where(eq(holidays.organizationId, organizationId))
    .orderBy(desc(holidays.day))
    .limit(200);
}
