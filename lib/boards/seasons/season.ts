import { addDays, type Day } from "#lib/day.ts";

export type NewSeason = { name: string; startsOn: Day; endsOn: Day };

const months = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long" });

/** The season of `length` months that a day is in, by the calendar: Q4 2026 for a day in November and three months. */
export function seasonAround(day: Day, length: number): NewSeason {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const first = Math.floor((month - 1) / length) * length;
  return {
    name: nameOf(year, first, length),
    startsOn: dayOf(year, first),
    endsOn: addDays(dayOf(year, first + length), -1),
  };
}

const graceDays = 7;

/**
 * The day on which a season that nobody closed is closed by itself: late points still count for a week after its end, or after
 * the day on which Herald came to know it.
 */
export function closingDay(endsOn: Day, knownOn: Day): Day {
  return addDays(endsOn < knownOn ? knownOn : endsOn, graceDays + 1);
}

function nameOf(year: number, firstMonth: number, length: number): string {
  if (length === 12) return String(year);
  if (length === 6) return `${firstMonth === 0 ? "First" : "Second"} half of ${year}`;
  if (length === 3) return `Q${firstMonth / 3 + 1} ${year}`;
  return `${months.format(new Date(Date.UTC(year, firstMonth, 1)))} ${year}`;
}

const dayOf = (year: number, month: number): Day =>
  new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
