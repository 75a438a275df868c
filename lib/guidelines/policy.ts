import { type Actor, hasRole } from "#lib/auth/actor.ts";

/** Guidelines are the comms desk's: curators and admins write them. */
export const canManageGuidelines = (actor: Actor): boolean => hasRole(actor, "curator", "admin");
