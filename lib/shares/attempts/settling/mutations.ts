import { and, eq, inArray, lte } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { notify } from "#lib/notices/mutations.ts";
import { isShare, type ShareRow } from "../../queries.ts";
import type { FailureReason } from "../../sentences.ts";
import type { ConnectionRow } from "../lease/mutations.ts";
import { type AttemptRow, ofShare } from "../queries.ts";

/** The share does not leave, its member is told why, and what was prepared of it is put away. */
export async function fail(
  tx: Transaction,
  actor: Actor,
  share: ShareRow,
  reason: FailureReason,
  { tells = true } = {},
): Promise<void> {
  await tx
    .update(publishAttempts)
    .set({ state: "not_posted", reason, settledAt: clock.now() })
    .where(and(ofShare(share), inArray(publishAttempts.state, ["prepared", "media_ready"])));
  await tx.update(shares).set({ state: "failed", reason }).where(isShare(share));
  await audit(tx, actor, "share.fail", share.id, { reason });
  if (!tells) return;
  const { id: shareId, memberId, network } = share;
  await notify(tx, actor, {
    memberId,
    kind: "share.failed",
    data: { network, reason, shareId },
    onceKey: `share.failed ${shareId} ${clock.now().toISOString()}`,
  });
}

/** Everything that is due through a connection which the network, or the member, ended. It can be published again later. */
export async function failUnconnected(
  tx: Transaction,
  actor: Actor,
  connection: ConnectionRow,
): Promise<void> {
  const due = await tx
    .select()
    .from(shares)
    .where(
      and(
        eq(shares.organizationId, connection.organizationId),
        eq(shares.connectionId, connection.id),
        inArray(shares.state, ["scheduled", "publishing"]),
        lte(shares.scheduledFor, clock.now()),
      ),
    )
    .for("update");
  const isOwnWish = connection.status === "disconnected";
  for (const share of due) {
    // Of what was due when the connection ended its member was told with that.
    const tells = isOwnWish || (share.scheduledFor ?? share.intendedAt) > connection.statusChangedAt;
    await fail(tx, actor, share, isOwnWish ? "disconnected" : "needs_reconnect", { tells });
  }
}

/** The request left, or may have, and nobody heard the answer. */
export async function doubt(
  tx: Transaction,
  actor: Actor,
  share: ShareRow,
  attempt: AttemptRow,
  { reason = "interrupted", ...answer }: Partial<AttemptRow> = {},
): Promise<void> {
  await tx
    .update(publishAttempts)
    .set({ ...answer, state: "unknown", reason, settledAt: clock.now() })
    .where(and(ofShare(share), eq(publishAttempts.id, attempt.id)));
  await tx.update(shares).set({ state: "unknown", reason }).where(isShare(share));
  await audit(tx, actor, "share.doubt", share.id, { reason });
  const { id: shareId, memberId, network } = share;
  await notify(tx, actor, {
    memberId,
    kind: "share.unknown",
    data: { network, shareId },
    onceKey: `share.unknown ${attempt.id}`,
  });
}
