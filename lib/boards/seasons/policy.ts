import { hasRole, type MemberActor } from "#lib/auth/actor.ts";

/** Admins close a season that has ended. */
export const canCloseSeasons = (actor: MemberActor): boolean => hasRole(actor, "admin");
