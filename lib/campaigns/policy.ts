import { type Actor, hasRole } from "#lib/auth/actor.ts";

/** Campaigns are made, changed, closed and looked into at the desk. */
export const canRunCampaigns = (actor: Actor): boolean => hasRole(actor, "curator", "admin");
