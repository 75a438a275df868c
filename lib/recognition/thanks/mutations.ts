import { and, eq, gte, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { thanks } from "#db/schema/recognition.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { notify } from "#lib/notices/mutations.ts";
import type { GiveThanksInput, TakeBackThanksInput } from "./schemas.ts";

const mostPerDay = 5;
const dayMs = 86_400_000;

/** Thanks a colleague, with a note. Who wants no recognition, or is not here any more, cannot be told from somebody unknown. */
export async function giveThanks(
  actor: MemberActor,
  { to, note, requestId }: GiveThanksInput,
): Promise<void> {
  const { organizationId, memberId: fromId } = actor;
  await db.transaction(async (tx) => {
    const [giver] = await tx
      .select({ name: members.name, email: members.email, offAt: members.recognitionOffAt })
      .from(members)
      .where(and(eq(members.organizationId, organizationId), eq(members.id, fromId)))
      .for("no key update");
    if (giver?.offAt)
      throw new DomainError("conflict", "You have switched recognition off. Switch it on to thank somebody.");
    if (giver?.email === to) throw new DomainError("invalid", "Thank somebody else.");
    const [colleague] = await tx
      .select({ id: members.id })
      .from(members)
      .where(
        and(
          eq(members.organizationId, organizationId),
          eq(members.email, to),
          isNotNull(members.joinedAt),
          isNull(members.suspendedAt),
          isNull(members.recognitionOffAt),
        ),
      );
    if (!colleague) throw new DomainError("invalid", `Nobody with the address ${to} can be thanked here.`);
    const recent = await tx
      .select({ requestId: thanks.requestId })
      .from(thanks)
      .where(
        and(
          eq(thanks.organizationId, organizationId),
          eq(thanks.fromId, fromId),
          gte(thanks.createdAt, new Date(clock.now().getTime() - dayMs)),
        ),
      );
    if (recent.some((one) => one.requestId === requestId)) return;
    if (recent.length >= mostPerDay)
      throw new DomainError(
        "limit_reached",
        `${mostPerDay} thanks a day are enough, so that each means something.`,
      );
    await tx
      .insert(thanks)
      .values({ organizationId, fromId, toId: colleague.id, note, requestId, createdAt: clock.now() });
    await audit(tx, actor, "thanks.give", colleague.id);
    await notify(tx, actor, {
      kind: "thanks.given",
      memberId: colleague.id,
      data: { byName: giver?.name ?? "", note },
      onceKey: `thanks.given ${requestId}`,
    });
  });
}

/** Whoever gave it takes it back; nobody reads it any more. */
export async function takeBackThanks(actor: MemberActor, { thanksId }: TakeBackThanksInput): Promise<void> {
  await db.transaction(async (tx) => {
    const taken = await tx
      .update(thanks)
      .set({ takenBackAt: clock.now() })
      .where(
        and(
          eq(thanks.organizationId, actor.organizationId),
          eq(thanks.id, thanksId),
          eq(thanks.fromId, actor.memberId),
          isNull(thanks.takenBackAt),
        ),
      )
      .returning();
    if (taken.length === 0) throw new DomainError("not_found");
    await audit(tx, actor, "thanks.take_back", actor.memberId);
  });
}
