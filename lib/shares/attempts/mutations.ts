import { and, desc, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { requestScoring } from "#lib/jobs/scoring.ts";
import { settleNotices } from "#lib/notices/mutations.ts";
import { consume } from "#lib/rate-limits.ts";
import { scoreConfirmedShare } from "#lib/scores/mutations.ts";
import { parsePostUrl } from "../answers/post-url.ts";
import { assertFirstToShow } from "../attested/mutations.ts";
import { getOwnShare, isShare, type ShareRow, toShare } from "../queries.ts";
import { reschedule } from "../schedule/mutations.ts";
import type { Share } from "../schemas.ts";
import { askNetwork } from "./asking/mutations.ts";
import { ofShare } from "./queries.ts";
import type { PublishAgainInput, ResolveShareInput } from "./schemas.ts";

/** One more attempt for a share that failed, or is not there: nothing of it is public. */
export async function publishAgain(actor: MemberActor, { shareId }: PublishAgainInput): Promise<Share> {
  await consume("publishAgain", actor.memberId);
  const share = await getOwnShare(actor, shareId);
  if (share.state !== "failed")
    throw new DomainError("conflict", "This one has not failed, so it is not published once more.");
  return reschedule(actor, share, null, "share.publish_again");
}

/** Settles a share that may have been published. */
export async function resolveShare(actor: MemberActor, input: ResolveShareInput): Promise<Share> {
  const share = await getOwnShare(actor, input.shareId);
  if (share.state !== "unknown")
    throw new DomainError("conflict", "What became of this one is known already.");
  if (input.how === "ask") return askNetwork(actor, share);
  return input.how === "there" ? attestThere(actor, share, input.postUrl) : attestNotThere(actor, share);
}

/** The member saw it: it counts as one that they confirmed, and nothing is sent again. */
async function attestThere(actor: MemberActor, share: ShareRow, address: string): Promise<Share> {
  const postUrl = parsePostUrl(share.network, address);
  const attested = await db.transaction(async (tx) => {
    if (postUrl) await assertFirstToShow(tx, actor, { network: share.network, postUrl, shareId: share.id });
    const row = await updateUnknown(tx, share, {
      ...{ state: "confirmed", confirmedAt: clock.now(), postUrl, reason: null },
    });
    await settleByWord(tx, share, { state: "published_id_unknown", url: postUrl });
    await audit(tx, actor, "share.resolve", share.id, { how: "there" });
    await scoreConfirmedShare(tx, actor, share.id);
    return row;
  });
  requestScoring(actor.organizationId);
  return toShare(attested);
}

/** The member looked and did not find it: from now on it may be published again. */
async function attestNotThere(actor: MemberActor, share: ShareRow): Promise<Share> {
  return db.transaction(async (tx) => {
    const row = await updateUnknown(tx, share, { state: "failed", reason: "not_there" });
    await settleByWord(tx, share, { state: "not_posted", url: null });
    await audit(tx, actor, "share.resolve", share.id, { how: "not_there" });
    return toShare(row);
  });
}

async function settleByWord(
  tx: Transaction,
  share: ShareRow,
  settled: { state: "published_id_unknown" | "not_posted"; url: string | null },
): Promise<void> {
  const [attempt] = await tx
    .select({ id: publishAttempts.id })
    .from(publishAttempts)
    .where(and(ofShare(share), eq(publishAttempts.state, "unknown")))
    .orderBy(desc(publishAttempts.number))
    .limit(1)
    .for("update");
  if (!attempt) throw new DomainError("conflict", "What became of this one is known already.");
  await tx
    .update(publishAttempts)
    .set({ ...settled, reason: "attested", settledAt: clock.now() })
    .where(and(ofShare(share), eq(publishAttempts.id, attempt.id)));
}

async function updateUnknown(tx: Transaction, share: ShareRow, values: Partial<ShareRow>): Promise<ShareRow> {
  const [row] = await tx
    .update(shares)
    .set(values)
    .where(and(isShare(share), eq(shares.state, "unknown")))
    .returning();
  await settleNotices(tx, share, ["share.unknown"], { shareId: share.id });
  if (!row) throw new DomainError("conflict", "What became of this one is known already.");
  return row;
}
