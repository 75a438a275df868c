import { type Actor, hasRole } from "#lib/auth/actor.ts";

export const canManageAudiences = (actor: Actor): boolean => hasRole(actor, "curator", "admin");
