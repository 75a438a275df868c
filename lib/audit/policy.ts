import { type Actor, hasRole } from "#lib/auth/actor.ts";

export const canReadAudit = (actor: Actor): boolean => hasRole(actor, "admin");
