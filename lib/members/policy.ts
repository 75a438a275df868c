import { type Actor, hasRole } from "#lib/auth/actor.ts";

export const canManageMembers = (actor: Actor): boolean => hasRole(actor, "admin");

/** Nobody locks themself out. */
export const canSuspend = (actor: Actor, member: { id: string }): boolean =>
  canManageMembers(actor) && !(actor.kind === "member" && actor.memberId === member.id);
