import { type Actor, hasRole } from "#lib/auth/actor.ts";

/** The desk is for curators and admins. */
export function canCurate(actor: Actor): boolean {
  return hasRole(actor, "curator", "admin");
}

/** Suggesting is open to everybody. */
export function canSuggest(actor: Actor): boolean {
  return hasRole(actor, "employee", "curator", "manager", "admin");
}
