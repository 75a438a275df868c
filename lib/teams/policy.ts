import { type Actor, hasRole } from "#lib/auth/actor.ts";

export const canManageTeams = (actor: Actor): boolean => hasRole(actor, "admin");
