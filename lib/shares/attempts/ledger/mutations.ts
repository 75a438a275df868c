import { createHash } from "node:crypto";
import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { shares } from "#db/schema/shares.ts";
import type { SystemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { passBreaker } from "#lib/networks/blocks/breaker/mutations.ts";
import { reserveCharge } from "#lib/networks/costs/mutations.ts";
import type { CreateRequest, UnknownPost } from "#lib/networks/publisher.ts";
import { isShare, type ShareRow } from "../../queries.ts";
import { resumeOrBegin } from "../beginning/mutations.ts";
import { type ConnectionRow, holdLease, type Lease } from "../lease/mutations.ts";
import { findHindrance, findRest } from "../leaving/queries.ts";
import { type AttemptRow, getSent, isAttempt, isOfAccount, ofShare } from "../queries.ts";
import { doubt, fail, failUnconnected } from "../settling/mutations.ts";
import { staleSendingMs } from "../timing.ts";

export type Next =
  /** This one is to leave. Its share is `publishing`, and nothing was sent. */
  | { kind: "attempt"; attempt: AttemptRow; share: ShareRow; repeats: UnknownPost | null }
  /** What was first could not leave, and its member was told. There may be more. */
  | { kind: "settled" }
  /** What is first waits, and the others behind it. Null: until somebody asks. */
  | { kind: "wait"; until: Date | null }
  | { kind: "nothing" };

/** Takes what is due first of a connection, one after the other and in their order. */
export function takeNext(actor: SystemActor, lease: Lease): Promise<Next> {
  return db.transaction(async (tx): Promise<Next> => {
    const connection = await holdLease(tx, lease);
    const share = connection && (await findFirst(tx, connection));
    if (!share) return { kind: "nothing" };

    const begun = await findOpenAttempt(tx, share);
    if (begun?.state === "sending") return waitForAnswer(tx, actor, share, begun);
    const hindrance = await findHindrance(tx, actor, share);
    if (hindrance) await fail(tx, actor, share, hindrance);
    else if (connection.status !== "ok") await failUnconnected(tx, actor, connection);
    if (hindrance || connection.status !== "ok") return { kind: "settled" };

    const rest = await findRest(tx, connection);
    if (rest) return { kind: "wait", until: rest };
    if ((await passBreaker(tx, actor, share.network)) === "blocked") {
      await note(tx, share, { reason: "network_blocks" });
      return { kind: "wait", until: null };
    }
    const attempt = await resumeOrBegin(tx, share, connection, begun);
    const repeats = attempt.body === null ? null : await getSent(tx, attempt);
    const noted = await note(tx, share, { state: "publishing", reason: null });
    return { kind: "attempt", attempt, share: noted, repeats };
  });
}

/**
 * Commits that the request is about to leave, byte for byte. Only whoever still holds the lease can, so it leaves once; a worker that finds it
 * later, without an answer, takes it for one that may have arrived.
 * @returns `lost` when the lease is another's now; `settled` when something came between, and its member was told
 */
export function commitSending(
  actor: SystemActor,
  lease: Lease,
  { attempt, share }: { attempt: AttemptRow; share: ShareRow },
  { body, key, apiVersion }: CreateRequest,
): Promise<"committed" | "settled" | "lost"> {
  return db.transaction(async (tx) => {
    const connection = await holdLease(tx, lease);
    if (!connection) return "lost";
    // It was prepared for the account before: for this one it is prepared anew.
    if (!isOfAccount(attempt, connection)) return "settled";
    const hindrance = await findHindrance(tx, actor, share);
    if (hindrance || connection.status !== "ok") {
      if (hindrance) await fail(tx, actor, share, hindrance);
      else await failUnconnected(tx, actor, connection);
      return "settled";
    }
    const charge = { network: share.network, kind: "post_with_link", subjectId: attempt.id } as const;
    const reservation = await reserveCharge(tx, actor, charge);
    if (reservation.kind === "over_cap") {
      await fail(tx, actor, share, "over_cap");
      return "settled";
    }
    const committed = await tx
      .update(publishAttempts)
      .set({
        ...{ state: "sending", leaseId: lease.id, sendingAt: clock.now() },
        ...{ body, bodyHash: hashOf(body), key, apiVersion },
      })
      .where(and(isAttempt(attempt), inArray(publishAttempts.state, ["prepared", "media_ready"])))
      .returning({ id: publishAttempts.id });
    if (committed.length === 0) throw new Error("an attempt that was to leave is not there");
    return "committed";
  });
}

const hashOf = (body: string): string => createHash("sha256").update(body).digest("hex");

/** What was begun is finished before anything else. */
async function findFirst(tx: Transaction, connection: ConnectionRow): Promise<ShareRow | undefined> {
  const [share] = await tx
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
    .orderBy(desc(eq(shares.state, "publishing")), asc(shares.scheduledFor), asc(shares.id))
    .limit(1)
    .for("update");
  return share;
}

async function findOpenAttempt(tx: Transaction, share: ShareRow): Promise<AttemptRow | undefined> {
  const [attempt] = await tx
    .select()
    .from(publishAttempts)
    .where(and(ofShare(share), inArray(publishAttempts.state, ["prepared", "media_ready", "sending"])))
    .for("update");
  return attempt;
}

/** Somebody may still be waiting for its answer. After that time nobody is, and it may have been published. */
async function waitForAnswer(
  tx: Transaction,
  actor: SystemActor,
  share: ShareRow,
  attempt: AttemptRow,
): Promise<Next> {
  const until = new Date((attempt.sendingAt?.getTime() ?? 0) + staleSendingMs);
  if (until > clock.now()) return { kind: "wait", until };
  await doubt(tx, actor, share, attempt);
  return { kind: "settled" };
}

async function note(tx: Transaction, share: ShareRow, values: Partial<ShareRow>): Promise<ShareRow> {
  await tx.update(shares).set(values).where(isShare(share));
  return { ...share, ...values };
}
