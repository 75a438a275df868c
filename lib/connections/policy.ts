import type { Actor } from "#lib/auth/actor.ts";

/** An account is its member's own: no colleague uses or ends it, whatever their role. Jobs act for the member. */
export const canUseConnection = (actor: Actor, connection: { memberId: string }): boolean =>
  actor.kind === "system" || actor.memberId === connection.memberId;
