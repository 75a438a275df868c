import { type Actor, hasRole } from "#lib/auth/actor.ts";

/** Sources are looked after where stories are: at the desk. */
export function canManageSources(actor: Actor): boolean {
  return hasRole(actor, "curator", "admin");
}

/**
 * Whether the actor may let a source approve by itself. Where nobody decides on their own stories, a curator could get round
 * that with a feed of their own: there it takes an admin.
 */
export function canLetApprove(actor: Actor, allowsSelfApproval: boolean): boolean {
  return hasRole(actor, "admin") || (allowsSelfApproval && canManageSources(actor));
}
