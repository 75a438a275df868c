import { addDays, type Day } from "#lib/day.ts";
import type { BoardFilters } from "./schemas.ts";

export const weekCount = 12;

export type BoardDays = {
  /** Days after this one and up to `today` count; null when all do. */
  after: Day | null;
  today: Day;
  /** The same window as it stood a week ago. */
  weekAgo: { after: Day | null; until: Day };
  /** Days after this one are drawn. */
  drawnAfter: Day;
};

/** Which days a board covers. */
export function boardDays(window: BoardFilters["window"], today: Day): BoardDays {
  const after = window === "all" ? null : addDays(today, -Number(window));
  return {
    after,
    today,
    weekAgo: { after: after && addDays(after, -7), until: addDays(today, -7) },
    drawnAfter: addDays(today, -7 * weekCount),
  };
}
