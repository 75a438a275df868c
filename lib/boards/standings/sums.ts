import { or, type SQL, sql } from "drizzle-orm";
import { addDays, type Day } from "#lib/day.ts";
import type { KeptBoard } from "./kept-board.ts";

/** What a board holds more at `to` than at `from`, now and as it stood a week before; from nothing when `from` is null. */
export type Turn = { from: Day | null; to: Day };

type Columns = { day: SQL; points: SQL };

/** Sums over rows of points by day; the rows that `changedDays` leaves out change nothing. */
export function sumChanges(board: KeptBoard, { from, to }: Turn, columns: Columns) {
  const change = (shift: number) =>
    from
      ? sql`${sumCovered(board, addDays(to, -shift), columns)} - ${sumCovered(board, addDays(from, -shift), columns)}`
      : sumCovered(board, addDays(to, -shift), columns);
  return { points: change(0), pointsBefore: change(7) };
}

/** The days whose points came on the board or fell off it, so that an index finds them. */
export function changedDays({ days, within }: KeptBoard, { from, to }: Turn, day: SQL): SQL {
  const isWithin = within ? sql`${day} between ${within.from} and ${within.to}` : sql`true`;
  if (!from) {
    const after = days === null ? sql`true` : sql`${day} > ${addDays(to, -days - 7)}`;
    return sql`${isWithin} and ${after} and ${day} <= ${to}`;
  }
  const edges = days === null ? [0, 7] : [0, 7, days, days + 7];
  const moved = edges.map(
    (edge) => sql`(${day} > ${addDays(from, -edge)} and ${day} <= ${addDays(to, -edge)})`,
  );
  return sql`${isWithin} and (${or(...moved)})`;
}

function sumCovered({ days, within }: KeptBoard, asOf: Day, { day, points }: Columns): SQL {
  const parts = [
    sql`${day} <= ${asOf}`,
    ...(days === null ? [] : [sql`${day} > ${addDays(asOf, -days)}`]),
    ...(within ? [sql`${day} between ${within.from} and ${within.to}`] : []),
  ];
  return sql`coalesce(sum(${points}) filter (where ${sql.join(parts, sql` and `)}), 0)`;
}
