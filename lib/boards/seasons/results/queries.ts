import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { seasonResults } from "#db/schema/boards.ts";
import { members } from "#db/schema/members.ts";
import { teams } from "#db/schema/teams.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { appear, keyOf } from "../../appearance.ts";
import { canCloseSeasons } from "../policy.ts";
import type { SeasonRow } from "../schemas.ts";

const longest = 50;

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
export async function listPeople(
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

export async function findOwn(actor: MemberActor, id: string): Promise<SeasonRow | null> {
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

export async function listTeams({ organizationId, memberId }: MemberActor, id: string): Promise<SeasonRow[]> {
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
