import { and, eq, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { clicks } from "#db/schema/clicks.ts";
import type { Actor, SystemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { appendEntries, lockMembers } from "./entries/mutations.ts";
import { entriesOfClicks, entriesOfShare, entriesOfSuggestion } from "./entries-of-facts.ts";
import {
  findShareHistory,
  findSuggestionFact,
  getShareFact,
  readClickEarnings,
  takeUnscoredClicks,
} from "./facts/queries.ts";

const batchSize = 500;

/** Scores a share that was just confirmed. Call it in the transaction that confirms it; twice is the same as once. */
export async function scoreConfirmedShare(tx: Executor, actor: Actor, shareId: string): Promise<void> {
  const share = await getShareFact(tx, actor, shareId);
  await lockMembers(tx, actor.organizationId, [share.memberId]);
  const history = await findShareHistory(tx, share);
  if (history) await appendEntries(tx, entriesOfShare(share, history));
}

/** Scores a suggestion that was just approved, for whoever suggested it; does nothing when nobody did. */
export async function scoreApprovedSuggestion(tx: Executor, actor: Actor, storyId: string): Promise<void> {
  const suggestion = await findSuggestionFact(tx, actor, storyId);
  if (suggestion) await appendEntries(tx, entriesOfSuggestion(suggestion));
}

/** Scores every counted click of the organization that has not been looked at. May run twice or be killed half-way. */
export async function scoreClicks(actor: SystemActor): Promise<void> {
  let scored: number;
  do scored = await db.transaction((tx) => scoreBatch(tx, actor));
  while (scored === batchSize);
}

async function scoreBatch(tx: Executor, actor: SystemActor): Promise<number> {
  const taken = await takeUnscoredClicks(tx, actor, batchSize);
  if (taken.length === 0) return 0;

  await lockMembers(tx, actor.organizationId, unique(taken.map((click) => click.memberId)));
  const earnings = await readClickEarnings(tx, actor, unique(taken.map((click) => click.shareId)));
  await appendEntries(tx, entriesOfClicks(taken, earnings));
  const ids = taken.map((click) => click.id);
  await tx
    .update(clicks)
    .set({ scoredAt: clock.now() })
    .where(and(eq(clicks.organizationId, actor.organizationId), inArray(clicks.id, ids)));
  return taken.length;
}

const unique = (values: string[]): string[] => [...new Set(values)];
