import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { requestPublishing } from "#lib/jobs/publishing.ts";
import { toMoment } from "#lib/local-time.ts";
import { settleNotices } from "#lib/notices/mutations.ts";
import { getLiveStory } from "#lib/stories/feed/queries.ts";
import { recordAgreement } from "../agreements/mutations.ts";
import { assertApproved } from "../approved-networks.ts";
import { isTextFixed } from "../attempts/queries.ts";
import { finalText } from "../final-text.ts";
import { getOwnShare, isShare, isUnanswered, type ShareRow, toShare } from "../queries.ts";
import type { Share } from "../schemas.ts";
import { momentOf, type Time } from "./moments/queries.ts";
import { getPublishingConnection } from "./queries.ts";
import type {
  CancelShareInput,
  EditScheduledShareInput,
  MoveShareInput,
  PublishShareInput,
  ScheduleShareInput,
} from "./schemas.ts";

/** Has Herald publish the share as soon as it can. Asked twice, it is published once. */
export function publishShare(actor: MemberActor, input: PublishShareInput): Promise<Share> {
  return schedule(actor, input, null);
}

/** Has Herald publish the share at a time of the member's choosing, or at the best slot. */
export function scheduleShare(actor: MemberActor, input: ScheduleShareInput): Promise<Share> {
  const { at, timeZone, ...words } = input;
  return schedule(actor, words, { at, timeZone });
}

/** Gives a share that waits, or that could not leave, another time. */
export async function moveShare(actor: MemberActor, input: MoveShareInput): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  return reschedule(actor, share, input, "share.move");
}

/** Sets a share that waits, or that failed, to leave at that time; null is as soon as it can. */
export async function reschedule(
  actor: MemberActor,
  share: ShareRow,
  time: Time | null,
  act: "share.move" | "share.publish_again",
): Promise<Share> {
  assertApproved(await getLiveStory(actor, share.storyId), share.network);
  const moved = await db.transaction(async (tx) => {
    const connection = await getPublishingConnection(tx, actor, share.network);
    const scheduledFor = await momentOf(tx, actor, share, time);
    const [row] = await tx
      .update(shares)
      .set({
        ...{ state: "scheduled", scheduledFor, reason: null, connectionId: connection.id },
        scheduledZone: time?.timeZone ?? null,
      })
      .where(isMovable(share))
      .returning();
    if (!row) throw await whyNot(tx, share);
    await settleNotices(tx, share, ["share.failed"], { shareId: share.id });
    await audit(tx, actor, act, share.id, { at: scheduledFor.toISOString() });
    return row;
  });
  ask(moved);
  return toShare(moved);
}

/** Other words for a share that waits or failed. What may stand there already cannot be said differently. */
export async function editScheduledShare(actor: MemberActor, input: EditScheduledShareInput): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  const { limits } = await getPublishingConnection(db, actor, share.network);
  const { text, acceptedIds } = input;
  const { words, judgement } = await finalText(
    actor,
    share.storyId,
    { ...share, text, acceptedIds, leavesAt: share.scheduledFor },
    limits,
  );
  return db.transaction(async (tx) => {
    if (await isTextFixed(tx, share))
      throw new DomainError(
        "conflict",
        "This post may have left once, so its words stay. Share the story again to say something else.",
      );
    const [edited] = await tx.update(shares).set(words).where(isMovable(share)).returning();
    if (!edited) throw await whyNot(tx, share);
    await recordAgreement(tx, edited, judgement);
    await audit(tx, actor, "share.edit", share.id);
    return toShare(edited);
  });
}

/** The share does not leave, and its link stops. */
export async function cancelShare(actor: MemberActor, input: CancelShareInput): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  return db.transaction(async (tx) => {
    const [cancelled] = await tx
      .update(shares)
      .set({ state: "withdrawn", withdrawnAt: clock.now(), reason: null })
      .where(isMovable(share))
      .returning();
    if (!cancelled) throw await whyNot(tx, share);
    await settleNotices(tx, share, ["share.failed"], { shareId: share.id });
    await audit(tx, actor, "share.cancel", share.id);
    return toShare(cancelled);
  });
}

async function schedule(actor: MemberActor, input: PublishShareInput, time: Time | null): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  if (isAskedTwice(share, input)) return toShare(share);
  assertApproved(await getLiveStory(actor, share.storyId), input.network);
  const connection = await getPublishingConnection(db, actor, input.network);
  // The best slot is found later, and is never far: what is said now is said for today.
  const leavesAt = time?.at ? toMoment(time.at, time.timeZone) : null;
  const sharing = { ...input, leavesAt };
  const { words, judgement } = await finalText(actor, share.storyId, sharing, connection.limits);

  const scheduled = await db.transaction(async (tx) => {
    const { network } = input;
    const scheduledFor = await momentOf(tx, actor, { ...share, network }, time);
    const [row] = await tx
      .update(shares)
      .set({
        ...{ ...words, network, state: "scheduled", handedOverAt: clock.now(), scheduledFor },
        ...{ connectionId: connection.id, scheduledZone: time?.timeZone ?? null, reason: null },
      })
      // What went to one network by hand is answered for before another one is chosen.
      .where(and(isUnanswered(share), or(isNull(shares.handedOverAt), eq(shares.network, network))))
      .returning();
    if (!row) return findAskedTwice(tx, share, input);
    await recordAgreement(tx, row, judgement);
    await audit(tx, actor, "share.schedule", share.id, { network, at: scheduledFor.toISOString() });
    return row;
  });
  ask(scheduled);
  return toShare(scheduled);
}

/** A double click, or the same question once more after its answer was lost. */
const isAskedTwice = (share: ShareRow, { network }: PublishShareInput): boolean =>
  share.connectionId !== null && share.network === network && underWay.has(share.state);

const underWay = new Set<ShareRow["state"]>(["scheduled", "publishing", "published", "unknown"]);

async function findAskedTwice(tx: Transaction, share: ShareRow, input: PublishShareInput): Promise<ShareRow> {
  const [current] = await tx.select().from(shares).where(isShare(share));
  if (current && isAskedTwice(current, input)) return current;
  throw new DomainError("conflict", "You have shared this one already. Open it again to share once more.");
}

const isMovable = (share: ShareRow) => and(isShare(share), inArray(shares.state, ["scheduled", "failed"]));

async function whyNot(tx: Transaction, share: ShareRow): Promise<DomainError> {
  const [current] = await tx.select({ state: shares.state }).from(shares).where(isShare(share));
  const sentence = current && inTheWay[current.state];
  return new DomainError("conflict", sentence ?? "Herald does not publish this one.");
}

const inTheWay: Partial<Record<ShareRow["state"], string>> = {
  publishing: "It is leaving at this moment, so it cannot be changed any more.",
  published: "It has been published already.",
  confirmed: "It has gone out already.",
  unknown: "It may have been published. Say first what became of it.",
  withdrawn: "It was taken back. Share the story again for a new link.",
};

function ask({ organizationId, connectionId, network, scheduledFor }: ShareRow): void {
  if (connectionId && scheduledFor)
    requestPublishing({ organizationId, connectionId, network }, scheduledFor);
}
