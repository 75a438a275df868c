import { eq, type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { boardTurns } from "#db/schema/boards.ts";
import { scoreDays } from "#db/schema/scores.ts";
import type { Day } from "#lib/day.ts";
import { boardOfCampaign, boardOfSeason, rollingBoards } from "../kept-board.ts";
import { readOpenSeasons } from "../mutations.ts";
import { changedDays, sumChanges } from "../sums.ts";

type WrongStanding = { memberId: string; which: string; stored: string; expected: string };

/** Where a board says something else than its days: nowhere, unless somebody changed a row. */
export async function findWrongStandings(tx: Executor, organizationId: string): Promise<WrongStanding[]> {
  const [turn] = await tx
    .select({ day: boardTurns.day })
    .from(boardTurns)
    .where(eq(boardTurns.organizationId, organizationId));
  if (!turn) return [];
  const boards = [...rollingBoards, ...(await readOpenSeasons(tx, organizationId)).map(boardOfSeason)];
  const wrong: WrongStanding[] = [];
  for (const board of boards) {
    const sums = sumChanges(board, { from: null, to: turn.day }, { day: sql`day`, points: sql`points` });
    const expected = sql`select member_id, ${sums.points} as points, ${sums.pointsBefore} as points_before from ${scoreDays}
      where organization_id = ${organizationId} and ${changedDays(board, { from: null, to: turn.day }, sql`day`)}
      group by member_id`;
    wrong.push(
      ...(await compare(
        tx,
        organizationId,
        sql`= ${board.name}`,
        sql`select ${board.name} as board, sums.* from (${expected}) sums`,
      )),
    );
  }
  return [
    ...wrong,
    ...(await compare(tx, organizationId, sql`like 'campaign:%'`, campaignSums(organizationId, turn.day))),
  ];
}

function campaignSums(organizationId: string, to: Day): SQL {
  const board = boardOfCampaign("");
  const sums = sumChanges(board, { from: null, to }, { day: sql`facts.day`, points: sql`entries.points` });
  return sql`select ${board.name} || (facts.data->>'campaignId') as board, entries.member_id,
      ${sums.points} as points, ${sums.pointsBefore} as points_before
    from score_facts facts
    join score_entries entries on entries.organization_id = facts.organization_id and entries.fact_position = facts.position
    where facts.organization_id = ${organizationId} and facts.data->>'campaignId' is not null
    group by 1, 2`;
}

async function compare(
  tx: Executor,
  organizationId: string,
  boards: SQL,
  expected: SQL,
): Promise<WrongStanding[]> {
  const wrong = await tx.execute(sql`
    select coalesce(kept.member_id, expected.member_id) as "memberId",
      'board ' || coalesce(kept.board, expected.board) as which,
      concat_ws(' / ', coalesce(kept.points, 0), coalesce(kept.points_before, 0)) as stored,
      concat_ws(' / ', coalesce(expected.points, 0), coalesce(expected.points_before, 0)) as expected
    from (${expected}) as expected
    full join (select * from standings where organization_id = ${organizationId} and board ${boards}) as kept
      on kept.board = expected.board and kept.member_id = expected.member_id
    where (coalesce(kept.points, 0), coalesce(kept.points_before, 0))
      <> (coalesce(expected.points, 0), coalesce(expected.points_before, 0))`);
  return (wrong as { rows: WrongStanding[] }).rows;
}
