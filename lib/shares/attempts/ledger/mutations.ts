import { createHash } from "node:crypto";
import { and, asc, desc, eq, inArray, lte } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { shares } from "#db/schema/shares.ts";
import type { SystemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import type { CreateRequest, UnknownPost } from "#lib/networks/adapter.ts";
import { passBreaker } from "#lib/networks/blocks/breaker/mutations.ts";
import { reserveCharge } from "#lib/networks/costs/mutations.ts";
import { isShare, type ShareRow } from "../../queries.ts";
import { type ConnectionRow, holdLease, type Lease } from "../lease/mutations.ts";
import { composePost, findHindrance, findRest } from "../leaving/queries.ts";
import { type AttemptRow, getSent, isAttempt, isOfAccount, listAttempts, ofShare } from "../queries.ts";
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

/** What was begun for another account of the same member is put away: nothing of it was sent. */
async function resumeOrBegin(
  tx: Transaction,
  share: ShareRow,
  connection: ConnectionRow,
  begun: AttemptRow | undefined,
): Promise<AttemptRow> {
  if (begun && isOfAccount(begun, connection)) return begun;
  if (begun)
    await tx
      .update(publishAttempts)
      .set({ state: "not_posted", reason: "account_changed", settledAt: clock.now() })
      .where(isAttempt(begun));
  return beginAttempt(tx, share, connection);
}

/**
 * With what the attempt before it had, for as long as the words are the same: a second post could not be told from the first.
 * What only its member's word says is not there leaves as the very same request, for they may have overlooked it.
 */
async function beginAttempt(
  tx: Transaction,
  share: ShareRow,
  connection: ConnectionRow,
): Promise<AttemptRow> {
  const attempts = await listAttempts(tx, share);
  const last = attempts.at(-1);
  const post = last?.post.text === share.text ? last.post : await composePost(tx, share);
  const { organizationId, network } = share;
  const { id: connectionId, subject, origin } = connection;
  const missing = findMissing(attempts);
  const isSame = missing?.post.text === share.text && isOfAccount(missing, connection);
  const [attempt] = await tx
    .insert(publishAttempts)
    .values({
      ...{ organizationId, id: newId(), shareId: share.id, number: (last?.number ?? 0) + 1 },
      ...{ network, connectionId, subject, origin, post },
      ...(isSame && requestOf(missing)),
    })
    .returning();
  if (!attempt) throw new DomainError("unavailable");
  return attempt;
}

/** The attempt whose post its member did not find; null once a network has said that there is none. */
function findMissing(attempts: AttemptRow[]): AttemptRow | undefined {
  const answered = attempts.findLast(
    ({ state, reason }) =>
      state === "rejected" || (state === "not_posted" && (reason === "attested" || reason === "proved")),
  );
  return answered?.reason === "attested" ? answered : undefined;
}

const requestOf = ({ body, bodyHash, key, apiVersion }: AttemptRow) =>
  body === null ? {} : { state: "media_ready" as const, body, bodyHash, key, apiVersion };

async function note(tx: Transaction, share: ShareRow, values: Partial<ShareRow>): Promise<ShareRow> {
  await tx.update(shares).set(values).where(isShare(share));
  return { ...share, ...values };
}
