import type { Actor } from "#lib/auth/actor.ts";
import { canCurate } from "#lib/stories/policy.ts";

export type Hands = { authorId: string; editedById: string | null; submittedById: string | null };

/** Curators and admins decide, and not on what went through their own hands unless the organization allows it. */
export function canDecide(actor: Actor, hands: Hands, allowsSelfApproval: boolean): boolean {
  return canCurate(actor) && (allowsSelfApproval || !isOwn(actor, hands));
}

/** Whether the actor wrote, last edited or submitted the story. */
export function isOwn(actor: Actor, hands: Hands): boolean {
  if (actor.kind === "system") return false;
  return [hands.authorId, hands.editedById, hands.submittedById].includes(actor.memberId);
}

/** What a person is told who may not decide, or null when they may. */
export function whyNotDecide(actor: Actor, hands: Hands, allowsSelfApproval: boolean): string | null {
  if (!canCurate(actor)) return "Only curators and admins decide on stories.";
  if (canDecide(actor, hands, allowsSelfApproval)) return null;
  return "You wrote, edited or submitted this story, so somebody else has to decide on it.";
}
