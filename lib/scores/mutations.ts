import type { Executor } from "#db/client.ts";
import type { Actor, SystemActor } from "#lib/auth/actor.ts";

/** Scores a share that was just confirmed. Call it in the transaction that confirms it; twice is the same as once. */
export async function scoreConfirmedShare(_tx: Executor, _actor: Actor, _shareId: string): Promise<void> {}

/** Scores a suggestion that was just approved, for whoever suggested it; does nothing when nobody did. */
export async function scoreApprovedSuggestion(
  _tx: Executor,
  _actor: Actor,
  _storyId: string,
): Promise<void> {}

/** Scores every counted click of the organization that has not been looked at. May run twice or be killed half-way. */
export async function scoreClicks(_actor: SystemActor): Promise<void> {}
