import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreCorrections } from "#db/schema/scores.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { notify } from "#lib/notices/mutations.ts";
import { appendFacts } from "../journal/mutations.ts";
import { canCorrect } from "../policy.ts";
import type { CorrectionInput } from "./schemas.ts";

/** Gives or takes points by a new entry, with a reason that the member reads. What was scored before stays as it is. */
export async function correctScore(actor: MemberActor, input: CorrectionInput): Promise<void> {
  const { memberId, points, reason, requestId } = input;
  const { organizationId } = actor;
  await db.transaction(async (tx) => {
    const [member] = await tx
      .select({ id: members.id, timeZone: organizations.timeZone })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
    if (!member) throw new DomainError("not_found");
    assertCan(canCorrect(actor, member), "Admins correct points, and nobody their own.");

    const correctedAt = clock.now();
    const [correction] = await tx
      .insert(scoreCorrections)
      .values({
        ...{ organizationId, memberId, points, reason, requestId },
        ...{ correctedById: actor.memberId, correctedAt },
      })
      .onConflictDoNothing()
      .returning();
    if (!correction) return;
    await audit(tx, actor, "score.correct", memberId, { points, reason });
    await notify(tx, actor, {
      kind: "score.corrected",
      memberId,
      data: { points, reason },
      onceKey: `score.corrected ${correction.id}`,
    });
    await appendFacts(tx, organizationId, [
      {
        ...{ organizationId, kind: "correction", factId: correction.id, memberId },
        ...{ shareId: null, storyId: null, occurredAt: correctedAt },
        day: dayIn(member.timeZone, correctedAt),
        data: { title: "", points, reason },
      },
    ]);
  });
}
