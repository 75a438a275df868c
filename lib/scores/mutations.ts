import { and, between, eq, gte, inArray, isNotNull, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { clicks } from "#db/schema/clicks.ts";
import { links } from "#db/schema/links.ts";
import type { Actor, SystemActor } from "#lib/auth/actor.ts";
import { hourOf } from "#lib/clicks/counted-hits.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { inSteps } from "#lib/in-steps.ts";
import { wentOut } from "#lib/shares/went-out.ts";
import type { Fact, FactData } from "./fact.ts";
import {
  findSuggestionFact,
  getShareFact,
  getWithdrawalFact,
  listLateShareFacts,
  listLateSuggestionFacts,
  lockUnconfirmedShares,
  type NewClick,
  readTimeZone,
  takeNewClicks,
} from "./facts/queries.ts";
import { appendFacts, holdChain } from "./journal/mutations.ts";

const batchSize = 500;

/** Scores a share that was just confirmed. Call it in the transaction that confirms it, after that; twice is the same as once. */
export async function scoreConfirmedShare(tx: Executor, actor: Actor, shareId: string): Promise<void> {
  const { fact, intendedAt } = await getShareFact(tx, actor, shareId);
  const entries = await appendFacts(tx, actor.organizationId, [fact]);
  if (entries.length > 0) await bringBackClicks(tx, { ...fact, intendedAt });
}

/** Takes back what a share earned. Call it in the transaction that withdraws it; twice is the same as once. */
export async function scoreWithdrawnShare(tx: Executor, actor: Actor, shareId: string): Promise<void> {
  await appendFacts(tx, actor.organizationId, [await getWithdrawalFact(tx, actor, shareId)]);
}

/** Scores a suggestion that was just approved, for whoever suggested it; does nothing when nobody did. */
export async function scoreApprovedSuggestion(tx: Executor, actor: Actor, storyId: string): Promise<void> {
  const suggestion = await findSuggestionFact(tx, actor, storyId);
  if (suggestion) await appendFacts(tx, actor.organizationId, [suggestion]);
}

type KeptPledge = Pick<FactData, "title" | "networks"> & { pledgeId: string; memberId: string };

/** Scores a promise that was kept. Call it in the transaction that settles it; twice is the same as once. */
export async function scoreKeptPledge(tx: Executor, actor: Actor, pledge: KeptPledge): Promise<void> {
  const { organizationId } = actor;
  const { pledgeId, memberId, title, networks } = pledge;
  const occurredAt = clock.now();
  await appendFacts(tx, organizationId, [
    {
      ...{ organizationId, kind: "pledge", factId: pledgeId, memberId, shareId: null, storyId: null },
      ...{ occurredAt, day: dayIn(await readTimeZone(tx, organizationId), occurredAt) },
      data: { title, ...(networks && { networks }) },
    },
  ]);
}

/**
 * Scores the organization's counted clicks that have not been looked at. May run twice or be killed half-way.
 * @returns false when there are more than one turn has time for
 */
export async function scoreClicks(actor: SystemActor): Promise<boolean> {
  return inSteps(() => db.transaction((tx) => scoreBatch(tx, actor)), batchSize);
}

/** Scores shares, withdrawals and suggestions that are not in the journal, whyever: after an upgrade all of them are not. */
export async function scoreLateFacts(actor: SystemActor): Promise<boolean> {
  return inSteps(
    () =>
      db.transaction(async (tx) => {
        await holdChain(tx, actor.organizationId);
        const shared = await listLateShareFacts(tx, actor, batchSize);
        const late = shared.length > 0 ? shared : await listLateSuggestionFacts(tx, actor, batchSize);
        await appendFacts(tx, actor.organizationId, late);
        // Fewer of one kind than a batch says nothing of the others.
        return late.length > 0 ? batchSize : 0;
      }),
    batchSize,
  );
}

/** Clicks on a share that nobody said went out are put aside: a link alone, passed round in private, earns nothing. */
async function scoreBatch(tx: Executor, actor: SystemActor): Promise<number> {
  const taken = await takeNewClicks(tx, actor, batchSize);
  if (taken.length === 0) return 0;

  const scored = await withoutUnconfirmed(tx, actor, taken);
  await appendFacts(
    tx,
    actor.organizationId,
    scored.map(({ hour: _hour, state: _state, ...fact }) => fact),
  );
  await noteLook(tx, actor, taken);
  return taken.length;
}

async function withoutUnconfirmed(tx: Executor, actor: SystemActor, taken: NewClick[]): Promise<NewClick[]> {
  const open = taken.filter(({ state }) => !wentOut(state));
  if (open.length === 0) return taken;
  // A share that is confirmed at this moment waits for us to put its clicks aside, or we for it.
  const confirmed = await lockUnconfirmedShares(tx, actor, unique(open.map(({ shareId }) => shareId)));
  return taken.filter(({ state, shareId }) => wentOut(state) || confirmed.has(shareId));
}

async function noteLook(tx: Executor, actor: SystemActor, taken: NewClick[]): Promise<void> {
  const hours = taken.map(({ hour }) => hour.getTime());
  await tx
    .update(clicks)
    .set({ scoredAt: clock.now() })
    .where(
      and(
        eq(clicks.organizationId, actor.organizationId),
        // Their partitions, and there the index of what waits.
        between(clicks.hour, new Date(Math.min(...hours)), new Date(Math.max(...hours))),
        clicks.counted,
        isNull(clicks.scoredAt),
        inArray(
          clicks.id,
          taken.map((click) => click.factId),
        ),
      ),
    );
}

/** Clicks that came before the member's answer were put aside, and earn from now on. */
async function bringBackClicks(
  tx: Executor,
  { organizationId, factId, intendedAt }: Fact & { intendedAt: Date },
): Promise<void> {
  const ofShare = and(eq(links.organizationId, organizationId), eq(links.shareId, factId));
  const linkIds = tx.select({ id: links.id }).from(links).where(ofShare);
  await tx
    .update(clicks)
    .set({ scoredAt: null })
    .where(
      and(
        eq(clicks.organizationId, organizationId),
        inArray(clicks.linkId, linkIds),
        // Months before the link was made are not locked: one of them may be being dropped.
        gte(clicks.hour, hourOf(intendedAt)),
        clicks.counted,
        isNotNull(clicks.scoredAt),
      ),
    );
}

const unique = (values: string[]): string[] => [...new Set(values)];
