import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { shareAgreements } from "#db/schema/guidelines.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { sayMoment } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import type { KeptVerdict } from "#lib/guidelines/judging/queries.ts";
import type { Agreement } from "./schemas.ts";

const mostShown = 20;

/** What was agreed to for one of the member's own shares, the latest first. Whose share it is, the caller has made sure of. */
export async function listAgreements(
  { organizationId }: MemberActor,
  shareId: string,
  timeZone: string,
): Promise<Agreement[]> {
  const rows = await db
    .select()
    .from(shareAgreements)
    .where(and(eq(shareAgreements.organizationId, organizationId), eq(shareAgreements.shareId, shareId)))
    .orderBy(desc(shareAgreements.id))
    .limit(mostShown);
  return rows.map(({ id, network, offeredText, text, verdicts, acceptedIds, agreedAt }) => ({
    ...{ id, network, offeredText, text, acceptedIds },
    // What this table holds was written by `recordAgreement`.
    verdicts: verdicts as KeptVerdict[],
    agreedAt: agreedAt.toISOString(),
    agreedWhen: sayMoment(agreedAt, clock.now(), timeZone),
  }));
}

/** The same for a member's record: all of it, share by share. */
export async function listAgreementsOf(
  { organizationId }: MemberActor,
  shareIds: string[],
): Promise<Map<string, object[]>> {
  if (shareIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(shareAgreements)
    .where(
      and(eq(shareAgreements.organizationId, organizationId), inArray(shareAgreements.shareId, shareIds)),
    )
    .orderBy(asc(shareAgreements.id));
  const byShare = Map.groupBy(rows, ({ shareId }) => shareId);
  return new Map(
    [...byShare].map(([shareId, agreed]) => [
      shareId,
      agreed.map(({ offeredText, text, verdicts, acceptedIds, agreedAt }) => ({
        ...{ agreedAt, offered: offeredText, text, guidelines: verdicts, acceptedAnyway: acceptedIds },
      })),
    ]),
  );
}
