import { weekCount } from "./board-days.ts";

/** Points in the window, in the window as it stood a week ago, and in each of the last weeks, oldest first. */
export type Totals = { points: number; weekAgo: number; weeks: number[] };

export const noTotals: Readonly<Totals> = { points: 0, weekAgo: 0, weeks: Array<number>(weekCount).fill(0) };

/** The average over `count` people, in whole points: finer figures would let somebody work out what a single person has. */
export function averageTotals(totals: readonly Totals[], count: number): Totals {
  const average = (read: (one: Totals) => number) =>
    Math.round(totals.reduce((sum, one) => sum + read(one), 0) / count);
  return {
    points: average((one) => one.points),
    weekAgo: average((one) => one.weekAgo),
    weeks: noTotals.weeks.map((_, week) => average((one) => one.weeks[week] ?? 0)),
  };
}
