import { and, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { boardTurns, standings } from "#db/schema/boards.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreDays } from "#db/schema/scores.ts";
import { clock } from "#lib/clock.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { holdChain } from "#lib/scores/journal/mutations.ts";
import { beginSeasons } from "../seasons/beginning/mutations.ts";
import { boardOfCampaign, boardOfSeason, type KeptBoard, rollingBoards } from "../standings/kept-board.ts";
import { readOpenSeasons } from "../standings/mutations.ts";
import { changedDays, sumChanges, type Turn } from "../standings/sums.ts";

/**
 * Takes an organization's boards on to today: days that a board no longer reaches fall off it, places of a week ago are written
 * down, and a season begins when none runs. Nothing is done twice on one day.
 * @returns the day for which the boards hold
 */
export async function turnBoards(organizationId: string): Promise<Day> {
  const { day, today } = await readTurn(db, organizationId);
  if (day && day >= today) return day;
  return db.transaction(async (tx) => {
    await holdChain(tx, organizationId);
    const { day: from, today: to, seasonMonths } = await readTurn(tx, organizationId);
    if (from && from >= to) return from;
    if (!from) await tx.delete(standings).where(eq(standings.organizationId, organizationId));
    await beginSeasons(tx, organizationId, { today: to, months: seasonMonths, isFirst: !from });
    await turnStandings(tx, organizationId, { from, to });
    await tx
      .insert(boardTurns)
      .values({ organizationId, day: to })
      .onConflictDoUpdate({ target: boardTurns.organizationId, set: { day: to } });
    return to;
  });
}

async function readTurn(tx: Executor, organizationId: string) {
  const [row] = await tx
    .select({
      day: boardTurns.day,
      timeZone: organizations.timeZone,
      seasonMonths: organizations.seasonMonths,
    })
    .from(organizations)
    .leftJoin(boardTurns, eq(boardTurns.organizationId, organizations.id))
    .where(eq(organizations.id, organizationId));
  if (!row) throw new Error("The organization is gone.");
  return { ...row, today: dayIn(row.timeZone, clock.now()) };
}

async function turnStandings(tx: Executor, organizationId: string, turn: Turn): Promise<void> {
  for (const board of rollingBoards) await turnBoard(tx, organizationId, board, turn);
  for (const season of await readOpenSeasons(tx, organizationId)) {
    const board = boardOfSeason(season);
    const isNew = !(await hasStandings(tx, organizationId, board));
    await turnBoard(tx, organizationId, board, isNew ? { ...turn, from: null } : turn);
  }
  await turnCampaigns(tx, organizationId, turn);
  await placeBefore(tx, organizationId);
}

async function hasStandings(tx: Executor, organizationId: string, { name }: KeptBoard): Promise<boolean> {
  const some = await tx
    .select({ board: standings.board })
    .from(standings)
    .where(and(eq(standings.organizationId, organizationId), eq(standings.board, name)))
    .limit(1);
  return some.length > 0;
}

const addUp = sql`on conflict (organization_id, board, member_id) do update
  set points = standings.points + excluded.points, points_before = standings.points_before + excluded.points_before`;

async function turnBoard(tx: Executor, organizationId: string, board: KeptBoard, turn: Turn): Promise<void> {
  const [day, points] = [sql`${scoreDays.day}`, sql`${scoreDays.points}`];
  const sums = sumChanges(board, turn, { day, points });
  await tx.execute(sql`
    insert into standings (organization_id, board, member_id, points, points_before)
    select ${organizationId}::uuid, ${board.name}, ${scoreDays.memberId}, ${sums.points}, ${sums.pointsBefore}
    from ${scoreDays}
    where ${scoreDays.organizationId} = ${organizationId} and ${changedDays(board, turn, day)}
    group by ${scoreDays.memberId}
    ${addUp}`);
}

async function turnCampaigns(tx: Executor, organizationId: string, turn: Turn): Promise<void> {
  const [day, points] = [sql`facts.day`, sql`entries.points`];
  const anyCampaign = boardOfCampaign("");
  const sums = sumChanges(anyCampaign, turn, { day, points });
  await tx.execute(sql`
    insert into standings (organization_id, board, member_id, points, points_before)
    select ${organizationId}::uuid, ${anyCampaign.name} || (facts.data->>'campaignId'), entries.member_id,
      ${sums.points}, ${sums.pointsBefore}
    from score_facts facts
    join score_entries entries on entries.organization_id = facts.organization_id and entries.fact_position = facts.position
    where facts.organization_id = ${organizationId} and facts.data->>'campaignId' is not null
      and ${changedDays(anyCampaign, turn, day)}
    group by 2, 3
    ${addUp}`);
}

/** The places of a week ago, among those who are on a board of everybody today. */
async function placeBefore(tx: Executor, organizationId: string): Promise<void> {
  await tx.execute(sql`
    with present as (
      select standings.board, standings.member_id, round(standings.points_before, 1) as before,
        standings.is_listed and round(standings.points_before, 1) > 0 as is_placed
      from standings
      where standings.organization_id = ${organizationId}
    ), places as (
      select board, member_id,
        case when is_placed then rank() over (partition by board, is_placed order by before desc) end as place
      from present
    )
    update standings set rank_before = places.place from places
    where standings.organization_id = ${organizationId} and standings.board = places.board
      and standings.member_id = places.member_id and standings.rank_before is distinct from places.place`);
  await tx
    .delete(standings)
    .where(
      and(
        eq(standings.organizationId, organizationId),
        eq(standings.points, 0),
        eq(standings.pointsBefore, 0),
      ),
    );
}
