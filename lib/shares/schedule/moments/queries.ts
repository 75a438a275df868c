import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { sayMoment } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { toMoment } from "#lib/local-time.ts";
import type { ShareRow } from "../../queries.ts";
import { computeBestSlot, getStoryEnd } from "../queries.ts";

/** A local time of the member's choosing; null is the best slot. */
export type Time = { at: string | null; timeZone: string };

const mostAheadMs = 366 * 86_400_000;
/** What was chosen as "this minute" has begun. */
const graceMs = 60_000;

/** When a share leaves that is to leave at that time; null is as soon as it can. Refuses what is past, or after the story. */
export async function momentOf(
  tx: Transaction,
  actor: MemberActor,
  share: Pick<ShareRow, "id" | "storyId" | "network">,
  time: Time | null,
): Promise<Date> {
  const now = clock.now();
  if (!time) return now;
  if (time.at === null) return takeBestSlot(tx, actor, share, time.timeZone);
  const moment = toMoment(time.at, time.timeZone);
  if (moment.getTime() < now.getTime() - graceMs)
    throw new DomainError("invalid", "That time has passed. Choose one that is still to come.");
  if (moment.getTime() > now.getTime() + mostAheadMs)
    throw new DomainError("invalid", "That is more than a year away. Choose an earlier day.");
  const { expiresAt } = await getStoryEnd(tx, actor, share.storyId);
  if (expiresAt && moment >= expiresAt)
    throw new DomainError(
      "invalid",
      `The story ends ${sayMoment(expiresAt, now, time.timeZone)}. Choose an earlier time.`,
    );
  return new Date(Math.max(moment.getTime(), now.getTime()));
}

/** Under the story's lock: whoever asks at the same moment sees this one and gets another. */
async function takeBestSlot(
  tx: Transaction,
  actor: MemberActor,
  { id: shareId, storyId, network }: Pick<ShareRow, "id" | "storyId" | "network">,
  timeZone: string,
): Promise<Date> {
  await tx
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId)))
    .for("no key update");
  const slot = await computeBestSlot(tx, actor, { storyId, network, timeZone, shareId });
  if (!slot) throw new DomainError("conflict", "The story ends before a good moment comes. Publish it now.");
  return slot;
}
