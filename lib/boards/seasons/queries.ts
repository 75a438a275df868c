import { and, asc, desc, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { seasonResults, seasons } from "#db/schema/boards.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { teams } from "#db/schema/teams.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { DomainError } from "#lib/errors.ts";
import { appear, keyOf } from "../appearance.ts";
import { canCloseSeasons } from "./policy.ts";
import type { ClosedSeason, SeasonDto, SeasonFigures, SeasonRow } from "./schemas.ts";

const longest = 50;
const shownSeasons = 60;
const announcedMs = 14 * 86_400_000;

/** The running season, those that ended and wait to be closed, and the archive, the latest first. */
export async function listSeasons(actor: MemberActor): Promise<SeasonDto[]> {
  const { today } = await readPlace(actor);
  const rows = await db
    .select()
    .from(seasons)
    .where(eq(seasons.organizationId, actor.organizationId))
    .orderBy(desc(seasons.endsOn))
    .limit(shownSeasons);
  return rows.map((row) => toSeason(row, today));
}

/** A season's own row; `not_found` where there are no boards. */
export async function getSeason(actor: MemberActor, id: string): Promise<SeasonDto> {
  const { today } = await readPlace(actor);
  return toSeason(await readSeason(actor, id), today);
}

/** The season that was closed in the last two weeks, for everybody to look at. */
export async function findJustClosed(actor: MemberActor): Promise<{ id: string; name: string } | null> {
  const [season] = await db
    .select({ id: seasons.id, name: seasons.name })
    .from(seasons)
    .where(
      and(
        eq(seasons.organizationId, actor.organizationId),
        gt(seasons.closedAt, new Date(clock.now().getTime() - announcedMs)),
      ),
    )
    .orderBy(desc(seasons.endsOn))
    .limit(1);
  return season ?? null;
}

/** How a closed season ended. @throws DomainError `not_found`, also while it is open */
export async function getClosedSeason(actor: MemberActor, id: string): Promise<ClosedSeason> {
  const { today, boardMode, smallestGroup } = await readPlace(actor);
  const season = await readSeason(actor, id);
  if (!season.closedAt) throw new DomainError("not_found", "This season is not closed.");
  const hasPeople = boardMode === "people";
  const own = hasPeople ? await findOwn(actor, id) : null;
  return {
    ...toSeason(season, today),
    closing: {
      at: season.closedAt.toISOString(),
      byName: season.closedByName,
      note: season.closingNote,
      figures: season.closingFigures as SeasonFigures,
    },
    people: hasPeople ? await listPeople(actor, id, "person") : [],
    executives: hasPeople ? await listPeople(actor, id, "executive") : [],
    teams: await listTeams(actor, id),
    own,
    smallestGroup,
  };
}

async function readPlace({ organizationId }: MemberActor) {
  const [place] = await db
    .select({
      boardMode: organizations.boardMode,
      smallestGroup: organizations.smallestGroup,
      timeZone: organizations.timeZone,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!place || place.boardMode === "off") throw new DomainError("not_found", "There are no boards here.");
  return { ...place, today: dayIn(place.timeZone, clock.now()) };
}

async function readSeason({ organizationId }: MemberActor, id: string) {
  const [season] = await db
    .select({
      id: seasons.id,
      name: seasons.name,
      startsOn: seasons.startsOn,
      endsOn: seasons.endsOn,
      closedAt: seasons.closedAt,
      closedByName: members.name,
      closingNote: seasons.closingNote,
      closingFigures: seasons.closingFigures,
    })
    .from(seasons)
    .leftJoin(
      members,
      and(eq(members.organizationId, seasons.organizationId), eq(members.id, seasons.closedById)),
    )
    .where(and(eq(seasons.organizationId, organizationId), eq(seasons.id, id)));
  if (!season) throw new DomainError("not_found", "There is no such season.");
  return season;
}

type StoredSeason = { id: string; name: string; startsOn: Day; endsOn: Day; closedAt: Date | null };

function toSeason({ id, name, startsOn, endsOn, closedAt }: StoredSeason, today: Day): SeasonDto {
  const state = closedAt ? "closed" : endsOn < today ? "ended" : "running";
  return { id, name, startsOn, endsOn, state };
}

const person = {
  id: members.id,
  name: members.name,
  alias: members.alias,
  boardName: members.boardName,
  teamName: teams.name,
};

function selectResults() {
  return db
    .select({
      ...person,
      rank: seasonResults.rank,
      points: seasonResults.points,
      rewardPoints: seasonResults.rewardPoints,
    })
    .from(seasonResults)
    .innerJoin(
      members,
      and(eq(members.organizationId, seasonResults.organizationId), eq(members.id, seasonResults.subjectId)),
    )
    .leftJoin(teams, and(eq(teams.organizationId, members.organizationId), eq(teams.id, members.teamId)));
}

/** People as they choose to be shown today; who is absent or has left is not shown, and nobody moves up for it. */
async function listPeople(
  actor: MemberActor,
  id: string,
  kind: "person" | "executive",
): Promise<SeasonRow[]> {
  const rows = await selectResults()
    .where(
      and(
        eq(seasonResults.organizationId, actor.organizationId),
        eq(seasonResults.seasonId, id),
        eq(seasonResults.kind, kind),
        sql`${members.boardName} <> 'absent'`,
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    )
    .orderBy(asc(seasonResults.rank), asc(seasonResults.subjectId))
    .limit(longest);
  const isTold = canCloseSeasons(actor);
  const shown = rows.map(({ rank, points, rewardPoints, ...member }) => ({
    ...appear(member),
    ...{ isOwn: member.id === actor.memberId, rank, points, movement: null, weeks: [] },
    rewardPoints: isTold ? rewardPoints : null,
  }));
  return shown.sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name));
}

async function findOwn(actor: MemberActor, id: string): Promise<SeasonRow | null> {
  const [row] = await selectResults().where(
    and(
      eq(seasonResults.organizationId, actor.organizationId),
      eq(seasonResults.seasonId, id),
      eq(seasonResults.subjectId, actor.memberId),
    ),
  );
  if (!row) return null;
  const { rank, points, rewardPoints, ...member } = row;
  return { ...appear(member), isOwn: true, rank, points, movement: null, weeks: [], rewardPoints };
}

async function listTeams({ organizationId, memberId }: MemberActor, id: string): Promise<SeasonRow[]> {
  const own = db
    .select({ teamId: members.teamId })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
  const rows = await db
    .select({
      id: seasonResults.subjectId,
      name: seasonResults.name,
      people: seasonResults.people,
      rank: seasonResults.rank,
      points: seasonResults.points,
      isOwn: sql<boolean>`coalesce(${seasonResults.subjectId} = (${own}), false)`,
    })
    .from(seasonResults)
    .where(
      and(
        eq(seasonResults.organizationId, organizationId),
        eq(seasonResults.seasonId, id),
        eq(seasonResults.kind, "team"),
      ),
    )
    .orderBy(asc(seasonResults.rank), asc(seasonResults.name));
  return rows.map(({ id: teamId, name, people, ...row }) => ({
    ...{ key: keyOf(teamId, name), name, detail: `${people} people`, isAlias: false },
    ...{ ...row, movement: null, weeks: [], rewardPoints: null },
  }));
}
