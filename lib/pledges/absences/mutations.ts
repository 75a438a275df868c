import { and, eq, gte, lte } from "drizzle-orm";
import { db } from "#db/client.ts";
import { absences } from "#db/schema/pledges.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { AddAbsenceInput, RemoveAbsenceInput } from "./schemas.ts";

/** Days on which the member is away: their own promises rest. */
export async function addAbsence(actor: MemberActor, { startsOn, endsOn }: AddAbsenceInput): Promise<void> {
  const { organizationId, memberId } = actor;
  await db.transaction(async (tx) => {
    const [same] = await tx
      .select({ id: absences.id })
      .from(absences)
      .where(and(isOwn(actor), lte(absences.startsOn, startsOn), gte(absences.endsOn, endsOn)))
      .limit(1);
    if (same) return;
    await tx.insert(absences).values({ organizationId, memberId, startsOn, endsOn });
    // Which days is nobody's business.
    await audit(tx, actor, "absence.add", memberId);
  });
}

export async function removeAbsence(actor: MemberActor, { absenceId }: RemoveAbsenceInput): Promise<void> {
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(absences)
      .where(and(isOwn(actor), eq(absences.id, absenceId)))
      .returning();
    if (gone.length === 0) throw new DomainError("not_found");
    await audit(tx, actor, "absence.remove", actor.memberId);
  });
}

const isOwn = ({ organizationId, memberId }: MemberActor) =>
  and(eq(absences.organizationId, organizationId), eq(absences.memberId, memberId));
