import type { Actor } from "#lib/auth/actor.ts";

type OwnedShare = { memberId: string };

/** A share is the member's own act: nobody, whatever their role, answers for another person's. */
export function canAnswerFor(actor: Actor, share: OwnedShare): boolean {
  return actor.kind === "member" && actor.memberId === share.memberId;
}
