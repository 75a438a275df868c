import { and, desc, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { publishAttempts } from "#db/schema/attempts.ts";
import { connections } from "#db/schema/connections.ts";
import { shares } from "#db/schema/shares.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { heedRefusal, type NoAccess, withAccess } from "#lib/connections/access/mutations.ts";
import { DomainError } from "#lib/errors.ts";
import { requestScoring } from "#lib/jobs/scoring.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import { releaseCharge, releaseChargesOf, reserveCharge } from "#lib/networks/costs/mutations.ts";
import { networks } from "#lib/networks/networks.ts";
import type { Publisher } from "#lib/networks/publisher.ts";
import { settleNotices } from "#lib/notices/mutations.ts";
import { consume } from "#lib/rate-limits.ts";
import { getOwnShare, isShare, type ShareRow, toShare } from "../../queries.ts";
import type { Share } from "../../schemas.ts";
import { isOut, publish } from "../answers/mutations.ts";
import { isNews, lockAnswered } from "../answers/queries.ts";
import { withLease } from "../lease/mutations.ts";
import { type AttemptRow, getSent, isAttempt, isOfAccount, ofShare } from "../queries.ts";

type Resolved = Awaited<ReturnType<Publisher["resolve"]>>;
type Learnt = { outcome: Resolved["outcome"] | NoAccess; billed?: number };
type Noted = { attempt: AttemptRow; chargeIds: string[] };

/**
 * Has the network say what became of a share that may have been published, as its own way is: a person's act, for it may cost
 * something, and on LinkedIn publishes what never arrived. Under the connection's lease, so that nothing else leaves meanwhile.
 */
export async function askNetwork(actor: MemberActor, share: ShareRow): Promise<Share> {
  await consume("askNetwork", actor.memberId);
  const publisher = adapterOf(share.network)?.publisher;
  if (!share.connectionId || !publisher) throw cannotAsk(share);
  const asked = await withLease(actor, share.connectionId, () => ask(actor, share, publisher));
  if (!asked)
    throw new DomainError("conflict", "Another post of yours is just leaving. Ask again in a moment.");
  return toShare(await getOwnShare(actor, share.id));
}

async function ask(actor: MemberActor, share: ShareRow, publisher: Publisher): Promise<true> {
  const { attempt, chargeIds } = await noteQuestion(actor, share, publisher);
  const sent = await getSent(db, attempt);
  const learnt = await withAccess(actor, attempt.connectionId, async (access): Promise<Learnt> => {
    const { outcome, billed } = await publisher.resolve(access, sent);
    const isRefused = outcome.kind === "needs_reconnect";
    return { outcome: isRefused ? await heedRefusal(actor, access.pair, outcome) : outcome, billed };
  });
  await releaseUnbilled(actor, chargeIds, learnt);
  await settle(actor, share, attempt, learnt);
  return true;
}

/** Committed before anything is asked: what it costs, and that a late answer of the first request counts no more. */
function noteQuestion(actor: MemberActor, share: ShareRow, publisher: Publisher): Promise<Noted> {
  return db.transaction(async (tx) => {
    const attempt = await findUnknown(tx, share);
    const chargeIds: string[] = [];
    for (const kind of publisher.resolveCharges) {
      const reservation = await reserveCharge(tx, actor, {
        ...{ network: share.network, kind, subjectId: share.id },
        note: "to learn what became of a post",
      });
      if (reservation.kind === "over_cap")
        throw new DomainError(
          "limit_reached",
          `Your organization has spent what it set aside for reading on ${networks[share.network].name} this month. Look yourself, and say what you found.`,
        );
      if (reservation.chargeId) chargeIds.push(reservation.chargeId);
    }
    await tx
      .update(publishAttempts)
      .set({ probes: attempt.probes + 1 })
      .where(isAttempt(attempt));
    await audit(tx, actor, "share.resolve", share.id, { how: "ask" });
    return { attempt, chargeIds };
  });
}

/** The network bills for what it showed, which is known only now. Where there was no access, nothing was asked. */
async function releaseUnbilled(
  actor: MemberActor,
  chargeIds: string[],
  learnt: Learnt | NoAccess,
): Promise<void> {
  const billed = "outcome" in learnt ? (learnt.billed ?? chargeIds.length) : 0;
  const unbilled = chargeIds.slice(billed);
  if (unbilled.length === 0) return;
  await db.transaction(async (tx) => {
    for (const chargeId of unbilled) await releaseCharge(tx, actor, chargeId);
  });
}

/** Of the account that it left through: another one neither sees it nor is asked. */
async function findUnknown(tx: Transaction, share: ShareRow): Promise<AttemptRow> {
  const [found] = await tx
    .select({ attempt: publishAttempts, connection: connections })
    .from(publishAttempts)
    .innerJoin(
      connections,
      and(
        eq(connections.organizationId, publishAttempts.organizationId),
        eq(connections.id, publishAttempts.connectionId),
      ),
    )
    .where(and(ofShare(share), eq(publishAttempts.state, "unknown")))
    .orderBy(desc(publishAttempts.number))
    .limit(1)
    .for("update", { of: publishAttempts });
  if (!found) throw new DomainError("conflict", "What became of this one is known already.");
  const { attempt, connection } = found;
  if (!isOfAccount(attempt, connection))
    throw new DomainError(
      "conflict",
      `This post left through another account than the one that is connected now. Look there, and say what you found.`,
    );
  return attempt;
}

async function settle(
  actor: MemberActor,
  share: ShareRow,
  attempt: AttemptRow,
  learnt: Learnt | NoAccess,
): Promise<void> {
  const outcome = "outcome" in learnt ? learnt.outcome : learnt;
  if (outcome.kind !== "not_posted" && !isOut(outcome)) throw nothingLearnt(share, outcome.kind);

  await db.transaction(async (tx) => {
    const locked = await lockAnswered(tx, { attempt, share });
    if (isOut(outcome)) {
      if (await isNews(tx, locked)) await publish(tx, actor, locked, outcome);
      return;
    }
    // Its member has said meanwhile what became of it.
    if (locked.share.state !== "unknown") return;
    await tx
      .update(publishAttempts)
      .set({ state: "not_posted", reason: "proved", settledAt: clock.now() })
      .where(isAttempt(attempt));
    await tx.update(shares).set({ state: "failed", reason: "not_there" }).where(isShare(share));
    await settleNotices(tx, share, ["share.unknown"], { shareId: share.id });
    await releaseChargesOf(tx, actor, attempt.id);
  });
  if (isOut(outcome)) requestScoring(actor.organizationId);
}

function nothingLearnt({ network }: ShareRow, kind: string): DomainError {
  const { name } = networks[network];
  if (kind === "needs_reconnect")
    return new DomainError("conflict", `${name} wants your consent once more. Reconnect it, then ask again.`);
  if (kind === "unknown" || kind === "rejected")
    return new DomainError(
      "unavailable",
      `${name} could not say. Look yourself, and say here what you found.`,
    );
  return new DomainError("unavailable", `${name} cannot be asked just now. Try again a little later.`);
}

const cannotAsk = ({ network }: ShareRow): DomainError =>
  new DomainError(
    "unavailable",
    `Herald cannot ask ${networks[network].name}. Look yourself, and say what you found.`,
  );
