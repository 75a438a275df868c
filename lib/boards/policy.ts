import { hasRole, type MemberActor } from "#lib/auth/actor.ts";

/** Whoever reads boards for others may take them along; what is in a file is what is on the page. */
export const canExportBoards = (actor: MemberActor): boolean =>
  hasRole(actor, "manager") || hasRole(actor, "curator") || hasRole(actor, "admin");

/** Managers see the people of the teams they manage. */
export function canFilterToTeam(
  actor: MemberActor,
  managedTeamIds: readonly string[],
  teamId: string,
): boolean {
  return hasRole(actor, "manager") && managedTeamIds.includes(teamId);
}
