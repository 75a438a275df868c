import { and, asc, eq, gte, lte } from "drizzle-orm";
import { db } from "#db/client.ts";
import { boardTurns, seasons } from "#db/schema/boards.ts";
import { members, teamManagers } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { teams } from "#db/schema/teams.ts";
import { hasRole, type MemberActor } from "#lib/auth/actor.ts";
import { getMeantCampaign } from "#lib/campaigns/live/queries.ts";
import { clock } from "#lib/clock.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { type Group, readGroup, writeGroup } from "./group.ts";
import { countGroup, listGroups } from "./groups/queries.ts";
import { noteLooks } from "./looks/mutations.ts";
import { toRow, toRows } from "./people.ts";
import { canFilterToTeam } from "./policy.ts";
import type { Board, BoardFilters } from "./schemas.ts";
import { findOwn, findPlaces, readTeamSums, readTop, readTopOf, type Standing } from "./standings/queries.ts";
import { rankTeams } from "./teams.ts";
import { turnBoards } from "./turns/mutations.ts";
import { readTeamWeeks, readWeeks } from "./weeks/queries.ts";

/** Long boards end here; the viewer's own row is always shown. */
const longestBoard = 50;

/**
 * @throws DomainError `not_found` for a team or campaign that is not there, `forbidden` for a team that the viewer does not manage
 */
export async function getBoard(actor: MemberActor, filters: BoardFilters): Promise<Board> {
  return readBoard(actor, filters, longestBoard, "team_board");
}

/** The same with up to `limit` rows. Who is looked at in a group that not everybody may see can read that they were. */
export async function readBoard(
  actor: MemberActor,
  filters: BoardFilters,
  limit: number,
  place: "team_board" | "export",
): Promise<Board> {
  const { today, boardMode, smallestGroup, season } = await readFrame(actor);
  if (boardMode === "off") throw new DomainError("not_found", "There are no boards here.");
  if (boardMode === "teams" && (filters.view === "people" || filters.team || filters.group))
    throw new DomainError("forbidden", "Only teams are shown on boards here.");
  const hasPeople = boardMode === "people";
  const managedTeams = hasPeople && hasRole(actor, "manager") ? await listManagedTeams(actor) : [];
  if (filters.team) await assertMayFilter(actor, managedTeams, filters.team);
  const campaign = filters.campaign ? await getMeantCampaign(actor, filters.campaign) : null;

  const kept = nameBoard(filters, season);
  const board = {
    ...{ filters, managedTeams, season, smallestGroup, hasPeople, isTooSmall: false },
    campaign: campaign && { id: campaign.id, name: campaign.name },
  };
  if (filters.view === "teams")
    return { ...board, ...(await readTeams(actor, kept, smallestGroup, campaign ? null : today)) };

  const group = groupOf(filters);
  if (group && (await countGroup(actor, group)) < smallestGroup)
    return { ...board, isTooSmall: true, rows: [], ...(await readOwnApart(actor, kept, today, true)) };
  const { shownIds, ...places } = await readPeople(actor, filters, kept, today, limit);
  if (filters.team || place === "export") await noteLooks(actor, shownIds, place, today);
  return { ...board, ...places };
}

/** The jobs and regions that the viewer can look at apart, and executives, as `BoardFilters.group` has them. */
export async function listBoardGroups(actor: MemberActor): Promise<string[]> {
  const { boardMode, smallestGroup } = await readFrame(actor);
  return boardMode === "people" ? (await listGroups(actor, smallestGroup)).map(writeGroup) : [];
}

const groupOf = ({ team, group }: BoardFilters): Group | null =>
  team ? { kind: "team", name: team } : group ? readGroup(group) : null;

function nameBoard({ window, campaign }: BoardFilters, season: { id: string } | null): string {
  if (campaign) return `campaign:${campaign}`;
  return window === "season" ? `season:${season?.id}` : window;
}

type Places = Pick<Board, "rows" | "own" | "ownNote">;

/** Who has no points is not on it, as nobody has to take part; who is absent is seen by nobody but themselves. */
async function readPeople(
  actor: MemberActor,
  filters: BoardFilters,
  kept: string,
  today: Day,
  limit: number,
): Promise<Places & { shownIds: string[] }> {
  const group = groupOf(filters);
  const isOfSome = group !== null || filters.campaign !== undefined;
  const first = isOfSome ? await readTopOf(actor, kept, group, limit) : await readTop(actor, kept, limit);
  const ids = first.map(({ id }) => id);
  const isDrawn = !filters.campaign && limit <= longestBoard;
  const [weeks, apart] = await Promise.all([
    isDrawn ? readWeeks(actor, ids, today) : new Map<string, number[]>(),
    ids.includes(actor.memberId)
      ? null
      : readOwnApart(actor, kept, filters.campaign ? null : today, isOfSome),
  ]);
  const rows = toRows(first, weeks, actor.memberId);
  const own = apart ?? { own: rows.find(({ isOwn }) => isOwn) ?? null, ownNote: null };
  return { rows, ...own, shownIds: ids };
}

/** The viewer's own row when it is not among those shown: their place among everybody. */
async function readOwnApart(
  actor: MemberActor,
  kept: string,
  drawnOn: Day | null,
  isOfSome: boolean,
): Promise<Pick<Board, "own" | "ownNote">> {
  const own = await findOwn(actor, kept);
  if (!own) return { own: null, ownNote: null };
  const [{ rank, before }, weeks] = await Promise.all([
    findPlaces(actor, kept, own),
    drawnOn ? readWeeks(actor, [own.id], drawnOn) : new Map<string, number[]>(),
  ]);
  return {
    own: toRow(own, rank, before, weeks.get(own.id) ?? [], true),
    ownNote: isOfSome && own.points > 0 ? "among_all" : noteOf(own),
  };
}

function noteOf({ boardName, isExecutive, points }: Standing): Board["ownNote"] {
  if (boardName === "absent") return "absent";
  if (isExecutive) return "executive";
  return points > 0 ? "further_down" : "no_points";
}

async function readTeams(
  actor: MemberActor,
  kept: string,
  smallest: number,
  drawnOn: Day | null,
): Promise<Places> {
  const [ownTeamId, sums, weeks] = await Promise.all([
    findOwnTeamId(actor),
    readTeamSums(actor, kept),
    drawnOn ? readTeamWeeks(actor, drawnOn) : new Map(),
  ]);
  const rows = rankTeams(sums, weeks, ownTeamId, smallest);
  const own = rows.find((row) => row.isOwn) ?? null;
  return { rows, own, ownNote: ownTeamId && !own ? "too_small" : null };
}

async function findOwnTeamId({ organizationId, memberId }: MemberActor): Promise<string | null> {
  const [member] = await db
    .select({ teamId: members.teamId })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
  return member?.teamId ?? null;
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

/** What boards an organization has, and the day and the season that they hold for: today's, whenever they are looked at. */
async function readFrame({ organizationId }: MemberActor) {
  const read = async () => {
    const [frame] = await db
      .select({
        boardMode: organizations.boardMode,
        smallestGroup: organizations.smallestGroup,
        timeZone: organizations.timeZone,
        day: boardTurns.day,
        season: { id: seasons.id, name: seasons.name, endsOn: seasons.endsOn },
      })
      .from(organizations)
      .leftJoin(boardTurns, eq(boardTurns.organizationId, organizations.id))
      .leftJoin(
        seasons,
        and(
          eq(seasons.organizationId, organizations.id),
          lte(seasons.startsOn, boardTurns.day),
          gte(seasons.endsOn, boardTurns.day),
        ),
      )
      .where(eq(organizations.id, organizationId));
    if (!frame) throw new DomainError("not_found");
    return frame;
  };
  const frame = await read();
  const today = dayIn(frame.timeZone, clock.now());
  if (frame.day && frame.day >= today) return { ...frame, today: frame.day };
  return { today: await turnBoards(organizationId), ...(await read()) };
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
