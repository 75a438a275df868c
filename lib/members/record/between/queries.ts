import { and, asc, eq, isNull, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { pledges as pledgesTable } from "#db/schema/pledges.ts";
import { badges as badgesTable, thanks as thanksTable } from "#db/schema/recognition.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { listLooks } from "#lib/boards/looks/queries.ts";

const mostLooks = 10_000;

/** What was given to the member and by them, what they promised, and who looked at their figures. */
export async function listRecognitionAndPledges(actor: MemberActor) {
  const { organizationId, memberId } = actor;
  const [badges, thanks, pledges, looks] = await Promise.all([
    db
      .select({ badge: badgesTable.badge, earnedAt: badgesTable.earnedAt })
      .from(badgesTable)
      .where(and(eq(badgesTable.organizationId, organizationId), eq(badgesTable.memberId, memberId))),
    db
      .select({
        isGiven: sql<boolean>`${thanksTable.fromId} = ${memberId}`,
        note: thanksTable.note,
        at: thanksTable.createdAt,
        takenBackAt: thanksTable.takenBackAt,
      })
      .from(thanksTable)
      .where(
        and(
          eq(thanksTable.organizationId, organizationId),
          or(
            eq(thanksTable.fromId, memberId),
            and(eq(thanksTable.toId, memberId), isNull(thanksTable.takenBackAt)),
          ),
        ),
      )
      .orderBy(asc(thanksTable.createdAt)),
    db
      .select({
        shares: pledgesTable.shares,
        isWeekly: pledgesTable.isWeekly,
        startsOn: pledgesTable.startsOn,
        endsOn: pledgesTable.endsOn,
        note: pledgesTable.note,
        state: pledgesTable.state,
        settledAt: pledgesTable.settledAt,
        releaseReason: pledgesTable.releaseReason,
      })
      .from(pledgesTable)
      .where(and(eq(pledgesTable.organizationId, organizationId), eq(pledgesTable.memberId, memberId)))
      .orderBy(asc(pledgesTable.createdAt)),
    listLooks(actor, mostLooks),
  ]);
  return { badges, thanks, pledges, looks };
}
