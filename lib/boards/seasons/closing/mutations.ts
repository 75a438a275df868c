import { and, between, eq, isNull, lt, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { seasonResults, seasons, standings } from "#db/schema/boards.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreFacts } from "#db/schema/scores.ts";
import { audit } from "#lib/audit/mutations.ts";
import { type Actor, type MemberActor, systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { holdChain } from "#lib/scores/journal/mutations.ts";
import { rankPoints } from "../../rank.ts";
import { boardOfSeason } from "../../standings/kept-board.ts";
import { readTeamSums } from "../../standings/queries.ts";
import { averageTeams } from "../../teams.ts";
import { turnBoards } from "../../turns/mutations.ts";
import { canCloseSeasons } from "../policy.ts";
import type { CloseSeasonInput, SeasonFigures } from "../schemas.ts";
import { closingDay } from "../season.ts";

/**
 * Closes a season that has ended, with words to everybody: its places are written down and never change.
 * @throws DomainError `conflict` while it runs, `not_found`; closing it again changes nothing
 */
export async function closeSeason(actor: MemberActor, { seasonId, note }: CloseSeasonInput): Promise<void> {
  assertCan(canCloseSeasons(actor), "Admins close seasons.");
  await close(actor, seasonId, note);
}

/** Closes the organization's seasons whose closing day has come and that nobody closed. */
export async function closeEndedSeasons(organizationId: string, today: Day): Promise<void> {
  const ended = await db
    .select({
      ...{ id: seasons.id, endsOn: seasons.endsOn, createdAt: seasons.createdAt },
      timeZone: organizations.timeZone,
    })
    .from(seasons)
    .innerJoin(organizations, eq(organizations.id, seasons.organizationId))
    .where(
      and(eq(seasons.organizationId, organizationId), isNull(seasons.closedAt), lt(seasons.endsOn, today)),
    );
  for (const { id, endsOn, createdAt, timeZone } of ended)
    if (closingDay(endsOn, dayIn(timeZone, createdAt)) <= today)
      await close(systemActor(organizationId, "tend-boards"), id, "");
}

async function close(actor: Actor, seasonId: string, note: string): Promise<void> {
  const { organizationId } = actor;
  const today = await turnBoards(organizationId);
  await db.transaction(async (tx) => {
    await holdChain(tx, organizationId);
    const [season] = await tx
      .select()
      .from(seasons)
      .where(and(eq(seasons.organizationId, organizationId), eq(seasons.id, seasonId)));
    if (!season) throw new DomainError("not_found", "There is no such season.");
    if (season.closedAt) return;
    if (season.endsOn >= today)
      throw new DomainError("conflict", "A season can be closed once it has ended.");

    const board = boardOfSeason(season).name;
    await writePeople(tx, organizationId, season, board);
    await writeTeams(tx, actor, season.id, board);
    await tx
      .update(seasons)
      .set({
        closedAt: clock.now(),
        closedById: "memberId" in actor ? actor.memberId : null,
        closingNote: note,
        closingFigures: await countFigures(tx, organizationId, season),
      })
      .where(and(eq(seasons.organizationId, organizationId), eq(seasons.id, seasonId)));
    await tx
      .delete(standings)
      .where(and(eq(standings.organizationId, organizationId), eq(standings.board, board)));
    await audit(tx, actor, "season.close", seasonId, { name: season.name });
  });
}

type SeasonDays = { id: string; startsOn: Day; endsOn: Day };

/** Whoever has points and is on boards now; executives among themselves. */
async function writePeople(
  tx: Executor,
  organizationId: string,
  { id, startsOn, endsOn }: SeasonDays,
  board: string,
): Promise<void> {
  await tx.execute(sql`
    insert into season_results (organization_id, season_id, kind, subject_id, people, rank, points, reward_points)
    select standings.organization_id, ${id}::uuid, case when members.is_executive then 'executive' else 'person' end,
      members.id, 1, rank() over (partition by members.is_executive order by standings.shown desc), standings.shown,
      coalesce((select sum(reward_points) from score_days
        where score_days.organization_id = standings.organization_id and score_days.member_id = members.id
          and day between ${startsOn} and ${endsOn}), 0)
    from standings
    join members on members.organization_id = standings.organization_id and members.id = standings.member_id
    where standings.organization_id = ${organizationId} and standings.board = ${board} and standings.shown > 0
      and members.board_name <> 'absent' and members.joined_at is not null and members.suspended_at is null`);
}

async function writeTeams(tx: Executor, actor: Actor, seasonId: string, board: string): Promise<void> {
  const { organizationId } = actor;
  const [organization] = await tx
    .select({ smallestGroup: organizations.smallestGroup })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  const teams = averageTeams(await readTeamSums(actor, board, tx), organization?.smallestGroup);
  const ranks = rankPoints(teams.map(({ points }) => points));
  const results = teams.flatMap(({ id, name, people, points }, index) => {
    const rank = ranks[index];
    if (!rank) return [];
    return [
      {
        ...{ organizationId, seasonId, kind: "team", subjectId: id, name, people, rank, points },
        rewardPoints: 0,
      },
    ];
  });
  if (results.length > 0) await tx.insert(seasonResults).values(results);
}

async function countFigures(
  tx: Executor,
  organizationId: string,
  { startsOn, endsOn }: SeasonDays,
): Promise<SeasonFigures> {
  const kind = (name: string) =>
    sql<number>`count(*) filter (where ${scoreFacts.kind} = ${name})`.mapWith(Number);
  const isShare = sql`score_facts.kind = 'share' and not exists (
    select from score_facts taken where taken.organization_id = score_facts.organization_id
      and taken.kind = 'withdrawal' and taken.fact_id = score_facts.fact_id)`;
  const [figures] = await tx
    .select({
      shares: sql<number>`count(*) filter (where ${isShare})`.mapWith(Number),
      clicks: kind("click"),
      ideas: kind("story"),
      pledges: kind("pledge"),
      people: sql<number>`count(distinct ${scoreFacts.memberId}) filter (where ${isShare})`.mapWith(Number),
    })
    .from(scoreFacts)
    .where(and(eq(scoreFacts.organizationId, organizationId), between(scoreFacts.day, startsOn, endsOn)));
  return figures ?? { shares: 0, clicks: 0, ideas: 0, pledges: 0, people: 0 };
}
