import { addDays, type Day, mondayOf } from "#lib/day.ts";
import { daysBetween, isWorkday, type Rests } from "./rest-days.ts";

export type Promised = { shares: number; isWeekly: boolean; startsOn: Day; endsOn: Day };

export type Asked = {
  /** How many shares the whole promise comes to; 0 when it rested all the time. */
  shares: number;
  /** Its last day: later than promised when a promise of so many in all rested meanwhile. */
  endsOn: Day;
  /** Of a weekly promise: the Mondays of the weeks that are asked of, and of those that rest. */
  weeks: { monday: Day; isAsked: boolean }[];
};

const fullWeek = 3;

/**
 * What a promise comes to once its days of rest are taken out. A week is asked of when three of its working days are left, or
 * half of them in a week that the promise only touches. A promise in all ends as many working days later as it rested.
 */
export function askedOf(promised: Promised, rests: Rests): Asked {
  if (!promised.isWeekly) return askedInAll(promised, rests);
  const { startsOn, endsOn, shares } = promised;
  const weeks: Asked["weeks"] = [];
  for (let monday = mondayOf(startsOn); monday <= endsOn; monday = addDays(monday, 7)) {
    const workdays = daysBetween(monday, addDays(monday, 6)).filter(
      (day) => day >= startsOn && day <= endsOn && isWorkday(day),
    );
    const left = workdays.filter((day) => !rests(day)).length;
    weeks.push({ monday, isAsked: left > 0 && left >= Math.min(fullWeek, Math.ceil(workdays.length / 2)) });
  }
  return { shares: shares * weeks.filter(({ isAsked }) => isAsked).length, endsOn, weeks };
}

function askedInAll({ shares, startsOn, endsOn }: Promised, rests: Rests): Asked {
  const rested = daysBetween(startsOn, endsOn).filter((day) => isWorkday(day) && rests(day)).length;
  let last = endsOn;
  for (let left = rested; left > 0 && last < addDays(endsOn, 366); ) {
    last = addDays(last, 1);
    if (isWorkday(last) && !rests(last)) left -= 1;
  }
  return { shares, endsOn: last, weeks: [] };
}

export type Outcome = "open" | "kept" | "missed" | "rested";

/** What became of a promise by `today`. A weekly one is judged at its end and by its sum: a good week makes up for a bad one. */
export function outcomeOf(promised: Promised, asked: Asked, done: number, today: Day): Outcome {
  const isOver = today > asked.endsOn;
  if (asked.shares === 0) return isOver ? "rested" : "open";
  if (done >= asked.shares && (isOver || !promised.isWeekly)) return "kept";
  return isOver ? "missed" : "open";
}

/** How many shares would be there by now, were they spread evenly; for a mark on the bar, never for blame. */
export function paceOf(promised: Promised, asked: Asked, today: Day): number {
  if (today < promised.startsOn) return 0;
  if (promised.isWeekly)
    return (
      promised.shares *
      asked.weeks.filter(({ monday, isAsked }) => isAsked && addDays(monday, 6) < today).length
    );
  const all = daysBetween(promised.startsOn, asked.endsOn).length;
  const gone = daysBetween(promised.startsOn, today < asked.endsOn ? today : asked.endsOn).length;
  return Math.floor((asked.shares * gone) / all);
}

/** The part of promises that were kept, of those that were kept or missed; null before the first. Nothing counts how many. */
export function keptRate(states: readonly ("open" | "kept" | "missed" | "released")[]): number | null {
  const kept = states.filter((state) => state === "kept").length;
  const judged = kept + states.filter((state) => state === "missed").length;
  return judged === 0 ? null : kept / judged;
}
