import { addDays, type Day, mondayOf } from "#lib/day.ts";

/** The first day of the month that the day is in. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** The first day of the month that is so many months away. */
export function addMonths(day: Day, count: number): Day {
  const date = new Date(`${firstOfMonth(day)}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 10);
}

/** The days of all weeks (from Monday) that hold a day of the month. */
export function daysOfMonth(day: Day): Day[] {
  const start = mondayOf(firstOfMonth(day));
  const end = addDays(mondayOf(addDays(addMonths(day, 1), -1)), 6);
  const length = (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;
  return Array.from({ length }, (_, count) => addDays(start, count));
}

const spoken = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", month: "long", year: "numeric" });

/** November 2026 */
export const sayMonth = (day: Day): string => spoken.format(new Date(`${day}T00:00:00Z`));
