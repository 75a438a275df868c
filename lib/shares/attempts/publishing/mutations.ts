import { setTimeout as wait } from "node:timers/promises";
import { type Actor, type SystemActor, systemActor } from "#lib/auth/actor.ts";
import { type HeldAccess, heedRefusal, withAccess } from "#lib/connections/access/mutations.ts";
import { type PublishJob, requestPublishing } from "#lib/jobs/publishing.ts";
import { log } from "#lib/log.ts";
import type { Access } from "#lib/networks/account.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import { networks } from "#lib/networks/networks.ts";
import { encodePicture } from "#lib/networks/picture.ts";
import type { CreateAnswer, FrozenPost, Picture, PublishOutcome } from "#lib/networks/publisher.ts";
import { soon } from "#lib/networks/retry-times.ts";
import { getImageBytes } from "#lib/stories/images/queries.ts";
import { settleAnswer } from "../answers/mutations.ts";
import type { Stage } from "../answers/queries.ts";
import { type Lease, withLease } from "../lease/mutations.ts";
import { commitSending, type Next, takeNext } from "../ledger/mutations.ts";
import { isOfAccount } from "../queries.ts";
import { departureMs } from "../timing.ts";

type Leaving = Extract<Next, { kind: "attempt" }>;

/** Another one goes on with what is left, so that a connection with much to do holds no job for ever. */
const mostInARow = 20;

/**
 * Publishes what is due of one connection, in its order and one at a time. It may run twice at once, and be killed anywhere:
 * whoever holds the lease works, and each post leaves in one request, after that was committed. Stops early when `isOver`.
 */
export async function publishDue(job: PublishJob, isOver: () => boolean = () => false): Promise<void> {
  const { organizationId, connectionId } = job;
  const actor = systemActor(organizationId, "publish");
  const later = await withLease(actor, connectionId, async (lease) => {
    for (let count = 0; count < mostInARow && !isOver(); count++) {
      const next = await takeNext(actor, lease);
      if (next.kind === "nothing") return null;
      if (next.kind === "wait") return next.until;
      if (next.kind === "attempt" && !(await attempt(actor, lease, next))) return null;
    }
    return new Date(0);
  });
  // Who is stopping asks for nothing: the next sweep does.
  if (later && !isOver()) requestPublishing(job, later);
}

/** @returns false when the lease was lost on the way: another worker goes on */
async function attempt(actor: SystemActor, lease: Lease, leaving: Leaving): Promise<boolean> {
  const sent = await send(actor, lease, leaving);
  if (sent.stage === "lost") return false;
  if ("answer" in sent) await settle(actor, lease, leaving, sent);
  return true;
}

type Answered = { stage: Stage; answer: CreateAnswer };
type Sent = Answered | { stage: "settled" | "lost" };

async function send(actor: SystemActor, lease: Lease, leaving: Leaving): Promise<Sent> {
  try {
    const sent = await withAccess(actor, leaving.attempt.connectionId, async (access) =>
      heeded(actor, access, await prepareAndCreate(actor, lease, leaving, access)),
    );
    if ("stage" in sent) return sent;
    return notSent(sent.kind === "try_later" ? soon() : sent);
  } catch (error) {
    // Whatever throws did so before anything left, or after it was refused: what sends does not throw.
    log.error({ err: error, shareId: leaving.share.id }, "a post could not be sent");
    return notSent(soon());
  }
}

/** A token that the network refused created nothing: the post waits for the next one, if there is one. */
async function heeded(actor: SystemActor, { pair }: HeldAccess, sent: Sent): Promise<Sent> {
  if (!("answer" in sent) || sent.answer.outcome.kind !== "needs_reconnect") return sent;
  const refused = await heedRefusal(actor, pair, sent.answer.outcome);
  const outcome = refused.kind === "try_later" ? soon() : refused;
  return { ...sent, answer: { ...sent.answer, outcome } };
}

const settleTries = 6;

/** What a network answered is not to be lost because the database is away for a moment. */
async function settle(
  actor: SystemActor,
  lease: Lease,
  leaving: Leaving,
  { stage, answer }: Answered,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await settleAnswer(actor, { ...leaving, leaseId: lease.id }, stage, answer);
    } catch (error) {
      if (tries === settleTries) throw error;
      log.warn({ err: error, shareId: leaving.share.id }, "an answer could not be stored yet");
      await wait(500 * 2 ** tries);
    }
  }
}

const notSent = (outcome: PublishOutcome): Answered => ({
  stage: "not_sent",
  answer: { outcome, status: null, ids: {}, detail: null },
});

async function prepareAndCreate(
  actor: SystemActor,
  lease: Lease,
  leaving: Leaving,
  access: Access,
): Promise<Sent> {
  const publisher = adapterOf(leaving.share.network)?.publisher;
  if (!publisher) return notSent(soon());
  const { attempt, repeats } = leaving;
  if (!isOfAccount(attempt, access)) return { stage: "settled" };
  const prepared = repeats
    ? { kind: "ready" as const, request: repeats.request }
    : await publisher.prepare(access, attempt.post as FrozenPost, await pictureOf(actor, leaving, access));
  if (prepared.kind !== "ready") return notSent(prepared);
  const { request } = prepared;

  const committingAt = performance.now();
  const committed = await commitSending(actor, lease, leaving, request);
  if (committed !== "committed") return { stage: committed };
  // A process that stood still in between might be taken for dead by now: then its post does not leave.
  if (performance.now() - committingAt > departureMs) return notSent(soon());
  const create = () => (repeats ? publisher.repeat(access, repeats) : publisher.create(access, request));
  return { stage: "sent", answer: await createOnce(create) };
}

/** From here on nothing may be sent again, whatever happens. */
async function createOnce(create: () => Promise<CreateAnswer>): Promise<CreateAnswer> {
  try {
    return await create();
  } catch (error) {
    log.error({ err: error }, "an adapter threw while it sent a post");
    const outcome = { kind: "unknown", because: "no_answer" } as const;
    return { outcome, status: null, ids: {}, detail: null };
  }
}

async function pictureOf(
  actor: Actor,
  { attempt, share }: Leaving,
  { limits }: Access,
): Promise<Picture | null> {
  const { image } = attempt.post as FrozenPost;
  const { connecting } = networks[share.network];
  if (!image || !connecting) return null;
  const bytes = await getImageBytes(actor, image.id, image.crop);
  return encodePicture(bytes, { maxBytes: limits?.imageBytes ?? connecting.imageBytes, alt: image.alt });
}
