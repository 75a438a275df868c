import { type Actor, hasRole, type MemberActor } from "#lib/auth/actor.ts";

/** Publishing rules, correcting points and replaying the ledger are an admin's. */
export const canManageScores = (actor: Actor): boolean => hasRole(actor, "admin");

/** Nobody gives themselves points. */
export const canCorrect = (actor: MemberActor, member: { id: string }): boolean =>
  canManageScores(actor) && actor.memberId !== member.id;
