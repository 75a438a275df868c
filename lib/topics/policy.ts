import { type Actor, hasRole } from "#lib/auth/actor.ts";

export const canManageTopics = (actor: Actor): boolean => hasRole(actor, "admin");
