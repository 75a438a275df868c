import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members, teamManagers } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { teams } from "#db/schema/teams.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { boardDays } from "./board-days.ts";
import { rankPeople } from "./people.ts";
import { canFilterToTeam } from "./policy.ts";
import type { Board, BoardFilters } from "./schemas.ts";
import { rankTeams } from "./teams.ts";
import { readTotals } from "./totals/queries.ts";

/** @throws DomainError `not_found` for a team that is not there, `forbidden` for one that the viewer does not manage */
export async function getBoard(actor: MemberActor, filters: BoardFilters): Promise<Board> {
  const { boardMode, smallestGroup, timeZone } = await readPlace(actor);
  if (boardMode === "off") throw new DomainError("not_found", "There are no boards here.");
  if (boardMode === "teams" && (filters.view === "people" || filters.team))
    throw new DomainError("forbidden", "Only teams are shown on boards here.");
  const managedTeams = boardMode === "people" ? await listManagedTeams(actor) : [];
  if (filters.team) await assertMayFilter(actor, managedTeams, filters.team);

  const today = dayIn(timeZone, clock.now());
  const [active, totals] = await Promise.all([
    listActiveMembers(actor),
    readTotals(actor, boardDays(filters.window, today)),
  ]);
  const board = {
    filters,
    managedTeams,
    isTooSmall: false,
    smallestGroup,
    hasPeople: boardMode === "people",
  };
  if (filters.view === "teams")
    return { ...board, ...rankTeams(active, totals, actor.memberId, smallestGroup) };
  if (!filters.team) return { ...board, ...rankPeople(active, totals, actor.memberId) };

  const everybody = rankPeople(active, totals, actor.memberId);
  const team = active.filter((member) => member.teamId === filters.team);
  if (team.length < smallestGroup)
    return { ...board, ...everybody, isTooSmall: true, rows: [], ranked: 0, ownNote: "among_all" };

  // Within one team an alias would be matched to a person by elimination.
  const named = team.filter((member) => member.boardName === "name" || member.id === actor.memberId);
  const ranked = rankPeople(named, totals, actor.memberId);
  return { ...board, ...(ranked.own ? ranked : { ...ranked, own: everybody.own, ownNote: "among_all" }) };
}

async function assertMayFilter(actor: MemberActor, managedTeams: { id: string }[], teamId: string) {
  const [team] = await db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.organizationId, actor.organizationId), eq(teams.id, teamId)));
  if (!team) throw new DomainError("not_found");
  const managedTeamIds = managedTeams.map(({ id }) => id);
  assertCan(canFilterToTeam(actor, managedTeamIds, teamId), "You can look at the teams that you manage.");
}

async function readPlace(actor: MemberActor) {
  const [organization] = await db
    .select({
      timeZone: organizations.timeZone,
      boardMode: organizations.boardMode,
      smallestGroup: organizations.smallestGroup,
    })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId));
  if (!organization) throw new DomainError("not_found");
  return organization;
}

async function listManagedTeams(actor: MemberActor): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teamManagers)
    .innerJoin(
      teams,
      and(eq(teams.organizationId, teamManagers.organizationId), eq(teams.id, teamManagers.teamId)),
    )
    .where(
      and(eq(teamManagers.organizationId, actor.organizationId), eq(teamManagers.memberId, actor.memberId)),
    )
    .orderBy(asc(teams.name));
}

/** Members who have joined and are not suspended. */
async function listActiveMembers(actor: MemberActor) {
  return db
    .select({
      id: members.id,
      name: members.name,
      alias: members.alias,
      boardName: members.boardName,
      teamId: members.teamId,
      teamName: teams.name,
    })
    .from(members)
    .leftJoin(teams, and(eq(teams.organizationId, members.organizationId), eq(teams.id, members.teamId)))
    .where(
      and(
        eq(members.organizationId, actor.organizationId),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    );
}
