import { and, eq, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { pledgeHandovers, pledges } from "#db/schema/pledges.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { notify } from "#lib/notices/mutations.ts";
import { findColleagues } from "../mutations.ts";
import { canHandOver } from "../policy.ts";
import { getPledgeRow, isPledge } from "../queries.ts";
import type { AnswerHandoverInput, OfferHandoverInput, TakeBackHandoverInput } from "./schemas.ts";

/** Asks a colleague to take a promise over. It stays the promiser's until they accept. */
export async function offerHandover(
  actor: MemberActor,
  { pledgeId, to, note }: OfferHandoverInput,
): Promise<void> {
  await db.transaction(async (tx) => {
    const pledge = await getPledgeRow(tx, actor, pledgeId);
    assertCan(canHandOver(actor, pledge), "Only whose promise it is hands it over.");
    if (pledge.state !== "open") throw new DomainError("conflict", "This promise is over already.");
    const [toId] = await findColleagues(tx, actor, [to]);
    if (!toId) throw new DomainError("invalid", "It is yours already. Name a colleague.");
    // Whoever offers at the same moment waits here, and then sees the first offer.
    await tx.select({ id: pledges.id }).from(pledges).where(isPledge(pledge)).for("update");
    if ((await findOpen(tx, actor, pledgeId)).length > 0)
      throw new DomainError("conflict", "It is offered to somebody already. Take that offer back first.");
    const [offer] = await tx
      .insert(pledgeHandovers)
      .values({
        ...{ organizationId: actor.organizationId, pledgeId, fromId: actor.memberId, toId, note },
        offeredAt: clock.now(),
      })
      .returning();
    await audit(tx, actor, "pledge.offer", pledgeId);
    await notify(tx, actor, {
      kind: "pledge.offered",
      memberId: toId,
      data: { pledgeId, note },
      onceKey: `pledge.offered ${offer?.id}`,
    });
  });
}

/** The colleague takes the promise over, with what was shared for it before, or does not. */
export async function answerHandover(
  actor: MemberActor,
  { handoverId, accepts }: AnswerHandoverInput,
): Promise<void> {
  const at = clock.now();
  await db.transaction(async (tx) => {
    const isOffer = and(
      eq(pledgeHandovers.organizationId, actor.organizationId),
      eq(pledgeHandovers.id, handoverId),
      eq(pledgeHandovers.toId, actor.memberId),
    );
    const [offer] = await tx.select().from(pledgeHandovers).where(isOffer);
    if (!offer) throw new DomainError("not_found");
    const answered = await tx
      .update(pledgeHandovers)
      .set(accepts ? { acceptedAt: at } : { declinedAt: at })
      .where(and(isOffer, isOpen))
      .returning();
    if (answered.length === 0)
      throw new DomainError("conflict", "This offer was answered or taken back already.");
    if (accepts) await takeOver(tx, actor, offer.pledgeId);
    await audit(tx, actor, accepts ? "pledge.accept" : "pledge.decline", offer.pledgeId);
    await notify(tx, actor, {
      kind: "pledge.answered",
      memberId: offer.fromId,
      data: { pledgeId: offer.pledgeId, accepted: accepts },
      onceKey: `pledge.answered ${handoverId}`,
    });
  });
}

export async function takeBackHandover(
  actor: MemberActor,
  { handoverId }: TakeBackHandoverInput,
): Promise<void> {
  await db.transaction(async (tx) => {
    const isOffer = and(
      eq(pledgeHandovers.organizationId, actor.organizationId),
      eq(pledgeHandovers.id, handoverId),
      eq(pledgeHandovers.fromId, actor.memberId),
    );
    const [offer] = await tx.select().from(pledgeHandovers).where(isOffer);
    if (!offer) throw new DomainError("not_found");
    const taken = await tx
      .update(pledgeHandovers)
      .set({ declinedAt: clock.now() })
      .where(and(isOffer, isOpen))
      .returning();
    if (taken.length === 0) throw new DomainError("conflict", "This offer was answered already.");
    await audit(tx, actor, "pledge.take_back_offer", offer.pledgeId);
  });
}

/** What was settled between them is not said to their managers anew: whether those see it is the new promiser's to say. */
async function takeOver(tx: Executor, actor: MemberActor, pledgeId: string): Promise<void> {
  const taken = await tx
    .update(pledges)
    .set({ memberId: actor.memberId, sharedWithManagersAt: null, remindOn: null })
    .where(and(isPledge({ organizationId: actor.organizationId, id: pledgeId }), eq(pledges.state, "open")))
    .returning();
  if (taken.length === 0) throw new DomainError("conflict", "This promise is over already.");
}

const isOpen = and(isNull(pledgeHandovers.acceptedAt), isNull(pledgeHandovers.declinedAt));

const findOpen = (tx: Executor, { organizationId }: MemberActor, pledgeId: string) =>
  tx
    .select({ id: pledgeHandovers.id })
    .from(pledgeHandovers)
    .where(
      and(eq(pledgeHandovers.organizationId, organizationId), eq(pledgeHandovers.pledgeId, pledgeId), isOpen),
    );
