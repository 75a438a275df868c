import { addDays, type Day } from "#lib/day.ts";

/** On which days a promise rests: holidays, and days on which its member is away. */
export type Rests = (day: Day) => boolean;

export type Span = { startsOn: Day; endsOn: Day };

export function restsOn(holidays: readonly Day[], absences: readonly Span[]): Rests {
  const off = new Set(holidays);
  return (day) => off.has(day) || absences.some(({ startsOn, endsOn }) => startsOn <= day && day <= endsOn);
}

export const isWorkday = (day: Day): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The days from the first to the last, both included. */
export function daysBetween(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
