import { and, eq, isNull, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { boardTurns, seasons, standings } from "#db/schema/boards.ts";
import { addDays, type Day } from "#lib/day.ts";
import { boardOfCampaign, boardOfSeason, covers, type KeptBoard, rollingBoards } from "./kept-board.ts";

const chunkSize = 500;

/** Points for a member on a day, and the campaign that brought them. */
export type GivenPoints = { memberId: string; day: Day; points: number; campaignId: string | null };

/**
 * Adds what was just scored to every board that it belongs on. Call it in the transaction that scores, while the organization's
 * chain is held. Before the first turn there is nothing to add to: that turn counts all that was ever given.
 */
export async function addToStandings(
  tx: Executor,
  organizationId: string,
  given: readonly GivenPoints[],
): Promise<void> {
  const [turn] = await tx
    .select({ day: boardTurns.day })
    .from(boardTurns)
    .where(eq(boardTurns.organizationId, organizationId));
  if (!turn) return;
  const boards = [...rollingBoards, ...(await readOpenSeasons(tx, organizationId)).map(boardOfSeason)];
  const sums = [...sumByBoard(given, boards, turn.day).values()];
  for (let start = 0; start < sums.length; start += chunkSize)
    await tx
      .insert(standings)
      .values(sums.slice(start, start + chunkSize).map((sum) => ({ organizationId, ...sum })))
      .onConflictDoUpdate({
        target: [standings.organizationId, standings.board, standings.memberId],
        set: {
          points: sql`${standings.points} + excluded.points`,
          pointsBefore: sql`${standings.pointsBefore} + excluded.points_before`,
        },
      });
}

/** Seasons that were not closed, ended or not. */
export async function readOpenSeasons(tx: Executor, organizationId: string) {
  return tx
    .select({ id: seasons.id, startsOn: seasons.startsOn, endsOn: seasons.endsOn })
    .from(seasons)
    .where(and(eq(seasons.organizationId, organizationId), isNull(seasons.closedAt)));
}

type Sum = { board: string; memberId: string; points: number; pointsBefore: number };

function sumByBoard(
  given: readonly GivenPoints[],
  boards: readonly KeptBoard[],
  today: Day,
): Map<string, Sum> {
  const weekAgo = addDays(today, -7);
  const sums = new Map<string, Sum>();
  for (const { memberId, day, points, campaignId } of given) {
    if (points === 0) continue;
    for (const board of campaignId ? [...boards, boardOfCampaign(campaignId)] : boards) {
      const [isNow, wasBefore] = [covers(board, day, today), covers(board, day, weekAgo)];
      if (!isNow && !wasBefore) continue;
      const key = `${board.name} ${memberId}`;
      const sum = sums.get(key) ?? { board: board.name, memberId, points: 0, pointsBefore: 0 };
      sums.set(key, {
        ...sum,
        points: sum.points + (isNow ? points : 0),
        pointsBefore: sum.pointsBefore + (wasBefore ? points : 0),
      });
    }
  }
  return sums;
}
