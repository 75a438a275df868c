import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { absences } from "#db/schema/pledges.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { Absence } from "./schemas.ts";

/** The member's own, latest first. Nobody else reads them. */
export async function listAbsences(actor: MemberActor): Promise<Absence[]> {
  return db
    .select({ id: absences.id, startsOn: absences.startsOn, endsOn: absences.endsOn })
    .from(absences)
    .where(and(eq(absences.organizationId, actor.organizationId), eq(absences.memberId, actor.memberId)))
    .orderBy(desc(absences.startsOn))
    .limit(50);
}
