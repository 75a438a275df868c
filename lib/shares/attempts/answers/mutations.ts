import { and, count, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { pauseConnection, tellOfAppBlock } from "#lib/connections/access/standing/mutations.ts";
import { startWatch } from "#lib/engagement/watches/mutations.ts";
import { requestScoring } from "#lib/jobs/scoring.ts";
import { blockNetwork, unblockNetwork } from "#lib/networks/blocks/breaker/mutations.ts";
import { releaseChargesOf } from "#lib/networks/costs/mutations.ts";
import type { AppBlock, NeedsReconnect, RetryAfter } from "#lib/networks/outcomes.ts";
import type { CreateAnswer, PublishOutcome } from "#lib/networks/publisher.ts";
import { jitter } from "#lib/networks/retry-times.ts";
import { notify, settleNotices } from "#lib/notices/mutations.ts";
import { scoreConfirmedShare } from "#lib/scores/mutations.ts";
import { isShare } from "../../queries.ts";
import { requestNetwork } from "../due/mutations.ts";
import { type AttemptRow, getSent, isAttempt, ofShare } from "../queries.ts";
import { doubt, fail } from "../settling/mutations.ts";
import { backoffMs } from "../timing.ts";
import { type Answered, isNews, isWanted, lockAnswered, type Stage } from "./queries.ts";

/**
 * Writes down what an answer means, with all that follows from it, at once: the attempt, the share, its points, what it is
 * watched for, what its member is told. Does nothing when somebody settled the attempt before; but an answer that came late
 * is better than the doubt that stands in its place.
 */
export async function settleAnswer(
  actor: Actor,
  { leaseId, ...leaving }: Answered & { leaseId: string },
  stage: Stage,
  answer: CreateAnswer,
): Promise<void> {
  const { outcome } = answer;
  const { network } = leaving.share;
  const wasBlocked = await db.transaction(async (tx) => {
    const locked = await lockAnswered(tx, leaving);
    const isLate = !isWanted(locked, leaseId, stage);
    if (isLate && !(isOut(outcome) && (await isNews(tx, locked)))) return false;
    await tx.update(publishAttempts).set(keptOf(answer)).where(isAttempt(locked.attempt));
    if (outcome.kind !== "unknown" && !isOut(outcome)) await releaseChargesOf(tx, actor, locked.attempt.id);
    await follow(tx, actor, locked, outcome);
    // What shows that the app was let in, whatever became of the post.
    const isLetIn = stage === "sent" && (isOut(outcome) || outcome.kind === "rejected");
    return isLetIn ? unblockNetwork(tx, actor, network) : false;
  });
  if (isOut(outcome)) requestScoring(actor.organizationId);
  if (wasBlocked) await requestNetwork(actor, network);
}

type Out = Extract<PublishOutcome, { kind: "published" | "published_adopted" | "published_id_unknown" }>;

export const isOut = (outcome: { kind: string }): outcome is Out => outcome.kind.startsWith("published");

async function follow(
  tx: Transaction,
  actor: Actor,
  settled: Answered,
  outcome: PublishOutcome,
): Promise<void> {
  if (isOut(outcome)) return publish(tx, actor, settled, outcome);
  const { attempt, share } = settled;
  switch (outcome.kind) {
    case "unknown":
      return doubt(tx, actor, share, attempt, { reason: outcome.because });
    case "rejected":
      await close(tx, attempt, "rejected", outcome.reason, outcome.url);
      return fail(tx, actor, share, `rejected_${outcome.reason}`);
    case "needs_reconnect":
      return endConnection(tx, actor, settled, outcome);
    case "app_blocked":
      return block(tx, actor, settled, outcome);
    case "retry_after":
      return putOff(tx, actor, settled, outcome);
  }
}

/** It is public, and the network said so. */
export async function publish(
  tx: Transaction,
  actor: Actor,
  { attempt, share }: Answered,
  outcome: Out,
): Promise<void> {
  const now = clock.now();
  // What was there all along is as old as its request.
  const publishedAt = outcome.kind === "published_adopted" ? (await getSent(tx, attempt)).sentAt : now;
  const post = "externalId" in outcome ? outcome : null;
  await tx
    .update(publishAttempts)
    .set({
      ...{ state: outcome.kind, reason: null, settledAt: now },
      ...{ externalId: post?.externalId, url: post?.url },
    })
    .where(isAttempt(attempt));
  await tx
    .update(shares)
    .set({
      ...{ state: "published", publishedAt, confirmedAt: publishedAt, reason: null },
      ...(post && { postUrl: post.url }),
    })
    .where(isShare(share));
  const { id: shareId, memberId, network } = share;
  await audit(tx, actor, "share.publish", shareId, { network, externalId: post?.externalId ?? null });
  await settleNotices(tx, share, ["share.unknown", "share.failed"], { shareId });
  await scoreConfirmedShare(tx, actor, shareId);
  const { connectionId } = attempt;
  if (post)
    await startWatch(tx, actor, { shareId, network, connectionId, externalId: post.externalId, publishedAt });
  // Who published it at once is looking on.
  if (share.scheduledZone)
    await notify(tx, actor, {
      memberId,
      kind: "share.published",
      data: { network, shareId },
      onceKey: `share.published ${shareId}`,
    });
}

/** The consent is over, which its member was told: nothing else of the account is sent, and what is due fails with it. */
async function endConnection(
  tx: Transaction,
  actor: Actor,
  { attempt, share }: Answered,
  { reason }: NeedsReconnect,
): Promise<void> {
  await close(tx, attempt, "needs_reconnect", reason);
  await fail(tx, actor, share, "needs_reconnect", { tells: false });
}

/** Nobody's account is touched. The share waits for the network, as all others do. */
async function block(
  tx: Transaction,
  actor: Actor,
  { attempt, share }: Answered,
  outcome: AppBlock,
): Promise<void> {
  await close(tx, attempt, "app_blocked", outcome.reason);
  await blockNetwork(tx, actor, share.network, outcome);
  await tellOfAppBlock(tx, actor, share.network, outcome);
  await tx.update(shares).set({ state: "scheduled", reason: "network_blocks" }).where(isShare(share));
}

/** Nothing was created: the account's posts wait, in their order. */
async function putOff(
  tx: Transaction,
  actor: Actor,
  { attempt, share }: Answered,
  { at, isAway }: RetryAfter,
): Promise<void> {
  const [before] = await tx
    .select({ times: count() })
    .from(publishAttempts)
    .where(and(ofShare(share), eq(publishAttempts.state, "retry_after")));
  const soonest = clock.now().getTime() + backoffMs(before?.times ?? 0);
  const until = new Date(Math.max(at.getTime(), soonest) + jitter(mostJitterMs));
  await close(tx, attempt, "retry_after", null, undefined, until);
  await pauseConnection(tx, actor, attempt.connectionId, until);
  const reason = isAway ? "network_away" : "network_limit";
  await tx.update(shares).set({ state: "scheduled", reason }).where(isShare(share));
}

const mostJitterMs = 5000;

const close = (
  tx: Transaction,
  attempt: AttemptRow,
  state: AttemptRow["state"],
  reason: string | null,
  url?: string,
  retryAt?: Date,
) =>
  tx
    .update(publishAttempts)
    .set({ state, reason, url, retryAt, settledAt: clock.now() })
    .where(isAttempt(attempt));

const keptOf = ({ status, ids, detail }: CreateAnswer) => ({
  responseStatus: status,
  responseIds: ids,
  detail: detail?.slice(0, 2000) ?? null,
});
