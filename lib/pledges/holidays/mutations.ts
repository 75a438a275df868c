import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { holidays } from "#db/schema/pledges.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageOrganization } from "#lib/organizations/policy.ts";
import type { AddHolidayInput, RemoveHolidayInput } from "./schemas.ts";

/** A day on which promises rest, for everybody or in one country. */
export async function addHoliday(actor: MemberActor, holiday: AddHolidayInput): Promise<void> {
  assertCan(canManageOrganization(actor));
  await db.transaction(async (tx) => {
    const added = await tx
      .insert(holidays)
      .values({ organizationId: actor.organizationId, ...holiday })
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) throw new DomainError("conflict", "That day is a holiday already.");
    await audit(tx, actor, "holiday.add", actor.organizationId, holiday);
  });
}

export async function removeHoliday(actor: MemberActor, { day, country }: RemoveHolidayInput): Promise<void> {
  assertCan(canManageOrganization(actor));
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(holidays)
      .where(
        and(
          eq(holidays.organizationId, actor.organizationId),
          eq(holidays.day, day),
          eq(holidays.country, country),
        ),
      )
      .returning();
    if (gone.length === 0) throw new DomainError("not_found");
    await audit(tx, actor, "holiday.remove", actor.organizationId, { day, country });
  });
}
