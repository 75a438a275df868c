import { addDays, type Day } from "#lib/day.ts";

/** What a week of a streak was: shared in, bridged by a freeze, without either, or still running. */
export type WeekMark = "shared" | "frozen" | "none" | "running";

export type Streak = { weeks: number; freezes: number; marks: { monday: Day; mark: WeekMark }[] };

const weeksPerFreeze = 4;
const mostFreezes = 2;
const shownWeeks = 12;

/**
 * Weeks in a row with a share. Every fourth week of a streak earns a freeze, of which two at most are kept; one is used by
 * itself for a week without a share. The running week breaks nothing.
 * @param mondays weeks with a share, by their Mondays
 */
export function streakOf(mondays: ReadonlySet<Day>, thisMonday: Day): Streak {
  const shownFrom = addDays(thisMonday, -7 * (shownWeeks - 1));
  const [first = thisMonday] = [...mondays, shownFrom].toSorted();
  const marks: Streak["marks"] = [];
  let [weeks, freezes] = [0, 0];
  for (let monday = first; monday <= thisMonday; monday = addDays(monday, 7)) {
    let mark: WeekMark = "none";
    if (mondays.has(monday)) {
      mark = "shared";
      weeks += 1;
      if (weeks % weeksPerFreeze === 0) freezes = Math.min(mostFreezes, freezes + 1);
    } else if (monday === thisMonday) {
      mark = "running";
    } else if (weeks > 0 && freezes > 0) {
      mark = "frozen";
      freezes -= 1;
    } else {
      [weeks, freezes] = [0, 0];
    }
    marks.push({ monday, mark });
  }
  return { weeks, freezes, marks: marks.slice(-shownWeeks) };
}
