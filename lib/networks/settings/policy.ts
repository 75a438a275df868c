import { type Actor, hasRole } from "#lib/auth/actor.ts";

/** Whether members may publish through Herald, whether it measures, and what that may cost. */
export const canManageNetworks = (actor: Actor): boolean => hasRole(actor, "admin");
