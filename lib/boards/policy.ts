import { hasRole, type MemberActor } from "#lib/auth/actor.ts";

/** Managers see the people of the teams they manage. */
export function canFilterToTeam(
  actor: MemberActor,
  managedTeamIds: readonly string[],
  teamId: string,
): boolean {
  return hasRole(actor, "manager") && managedTeamIds.includes(teamId);
}
