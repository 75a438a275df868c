import type { Actor } from "#lib/auth/actor.ts";
import { canCurate } from "#lib/stories/policy.ts";

import type { StoryState } from "#lib/stories/schemas.ts";

/** What is archived is nobody's business any more. */
export const canComment = (state: StoryState): boolean => state !== "archived";
export const canBeSeenOutside = (state: StoryState): boolean => state !== "archived";

/** Whether what somebody outside says can still inform a decision. */
export const isOpenOutside = (state: StoryState): boolean =>
  state === "draft" || state === "in_review" || state === "changes_requested";

/** Through whose hands what a story says now went: its author, all who edited it since it was approved, who handed it in. */
export type Hands = {
  authorId: string;
  editedById: string | null;
  submittedById: string | null;
  editorIds: readonly string[];
};

/** The desk reviews every story; an approver of a topic reviews the stories that carry it. */
export function canReview(actor: Actor, approverIds: readonly string[]): boolean {
  return canCurate(actor) || (actor.kind === "member" && approverIds.includes(actor.memberId));
}

/** Whether the member wrote, edited or submitted what is to be decided on. */
export function isOwn(memberId: string, hands: Hands): boolean {
  return [hands.authorId, hands.editedById, hands.submittedById, ...hands.editorIds].includes(memberId);
}

/** What a person is told who may not decide, or null when they may: nobody decides on their own unless that is allowed. */
export function whyNotDecide(
  actor: Actor,
  hands: Hands,
  approverIds: readonly string[],
  allowsSelfApproval: boolean,
): string | null {
  if (!canReview(actor, approverIds)) return "Only curators and admins decide on stories.";
  if (allowsSelfApproval || actor.kind === "system" || !isOwn(actor.memberId, hands)) return null;
  return "You wrote, edited or submitted this story, so somebody else has to decide on it.";
}
