import { and, between, eq, gte, inArray, isNotNull, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { clicks } from "#db/schema/clicks.ts";
import { links } from "#db/schema/links.ts";
import type { Actor, SystemActor } from "#lib/auth/actor.ts";
import { hourOf } from "#lib/clicks/counted-hits.ts";
import { clock } from "#lib/clock.ts";
import { inSteps } from "#lib/in-steps.ts";
import { wentOut } from "#lib/shares/went-out.ts";
import { appendEntries, lockMembers } from "./entries/mutations.ts";
import { entriesOfClicks, entriesOfShare, entriesOfSuggestion } from "./entries-of-facts.ts";
import {
  findShareHistory,
  findSuggestionFact,
  getShareFact,
  lockUnconfirmedShares,
  type NewClick,
  readClickEarnings,
  takeNewClicks,
} from "./facts/queries.ts";

const batchSize = 200;

/** Scores a share that was just confirmed. Call it in the transaction that confirms it, after that; twice is the same as once. */
export async function scoreConfirmedShare(tx: Executor, actor: Actor, shareId: string): Promise<void> {
  const share = await getShareFact(tx, actor, shareId);
  await lockMembers(tx, actor.organizationId, [share.memberId]);
  const history = await findShareHistory(tx, share);
  if (!history) return;
  await appendEntries(tx, entriesOfShare(share, history));
  await bringBackClicks(tx, share);
}

/** Scores a suggestion that was just approved, for whoever suggested it; does nothing when nobody did. */
export async function scoreApprovedSuggestion(tx: Executor, actor: Actor, storyId: string): Promise<void> {
  const suggestion = await findSuggestionFact(tx, actor, storyId);
  if (suggestion) await appendEntries(tx, entriesOfSuggestion(suggestion));
}

/**
 * Scores the organization's counted clicks that have not been looked at. May run twice or be killed half-way.
 * @returns false when there are more than one turn has time for
 */
export async function scoreClicks(actor: SystemActor): Promise<boolean> {
  return inSteps(() => db.transaction((tx) => scoreBatch(tx, actor)), batchSize);
}

/** Clicks on a share that nobody said went out are put aside: a link alone, passed round in private, earns nothing. */
async function scoreBatch(tx: Executor, actor: SystemActor): Promise<number> {
  const taken = await takeNewClicks(tx, actor, batchSize);
  if (taken.length === 0) return 0;

  const scored = await withoutUnconfirmed(tx, actor, taken);
  await lockMembers(tx, actor.organizationId, unique(scored.map((click) => click.memberId)));
  const earnings = await readClickEarnings(tx, actor, unique(scored.map((click) => click.shareId)));
  await appendEntries(tx, entriesOfClicks(scored, earnings));
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
          taken.map((click) => click.id),
        ),
      ),
    );
}

/** Clicks that came before the member's answer were put aside, and earn from now on. */
async function bringBackClicks(
  tx: Executor,
  { organizationId, id, intendedAt }: Awaited<ReturnType<typeof getShareFact>>,
): Promise<void> {
  const ofShare = and(eq(links.organizationId, organizationId), eq(links.shareId, id));
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
