import { type Actor, hasRole } from "#lib/auth/actor.ts";

export const canManageOrganization = (actor: Actor): boolean => hasRole(actor, "admin");
