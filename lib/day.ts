/** A calendar day, `2026-03-29`. Days compare as strings do. */
export type Day = string;

const formats = new Map<string, Intl.DateTimeFormat>();
const known = new Map<string, Day>();
const quarterMs = 900_000;
const mostKnown = 10_000;

/** The day that a moment falls on in a time zone. */
export function dayIn(timeZone: string, moment: Date): Day {
  // In every zone a day begins with a quarter of an hour, and asking Intl takes as long as scoring a click.
  const key = `${Math.floor(moment.getTime() / quarterMs)} ${timeZone}`;
  const day = known.get(key) ?? computeDay(timeZone, moment);
  if (known.size >= mostKnown) known.clear();
  known.set(key, day);
  return day;
}

function computeDay(timeZone: string, moment: Date): Day {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

export function addDays(day: Day, count: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/** The Monday of the day's ISO week. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

const spokenShort = new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", day: "numeric", month: "short" });
const spoken = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
});

/** 23 Nov 2026 */
export const sayDate = (day: Day): string => spoken.format(new Date(`${day}T00:00:00Z`));

/** 23 Nov */
export const sayShortDate = (day: Day): string => spokenShort.format(new Date(`${day}T00:00:00Z`));
