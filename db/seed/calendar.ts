const hour = 3_600_000;
const day = 24 * hour;

/** Places things around a given present, on the working days and clock hours of one time zone. */
export type Calendar = {
  now: Date;
  /** `time` ("09:20") on the n-th working day before today; 1 is the last one that is over. */
  workday: (daysAgo: number, time: string) => Date;
  /** `time` on the n-th working day after today. */
  coming: (daysAhead: number, time: string) => Date;
  hoursAgo: (hours: number) => Date;
  /** A date ("2026-03-14") that many calendar days from today. */
  dateIn: (days: number) => string;
};

export function createCalendar(now: Date, timeZone: string): Calendar {
  const today = dateOf(now, timeZone);
  return {
    now,
    workday: (daysAgo, time) => atTime(stepWorkdays(today, daysAgo, -day), time, timeZone),
    coming: (daysAhead, time) => atTime(stepWorkdays(today, daysAhead, day), time, timeZone),
    hoursAgo: (hours) => new Date(now.getTime() - hours * hour),
    dateIn: (days) => isoDate(new Date(today.getTime() + days * day)),
  };
}

export const plusHours = (moment: Date, hours: number): Date => new Date(moment.getTime() + hours * hour);
export const plusDays = (moment: Date, days: number): Date => plusHours(moment, 24 * days);

/** The local hour (0–23) and weekday (0 is Sunday) of a moment, for the rhythm of a week. */
export function localHour(moment: Date, timeZone: string): { hour: number; weekday: number } {
  const local = new Date(moment.getTime() + offsetOf(moment, timeZone));
  return { hour: local.getUTCHours(), weekday: local.getUTCDay() };
}

function stepWorkdays(from: Date, count: number, step: number): Date {
  let date = from;
  for (let left = count; left > 0; ) {
    date = new Date(date.getTime() + step);
    if (date.getUTCDay() % 6 !== 0) left -= 1;
  }
  return date;
}

function atTime(date: Date, time: string, timeZone: string): Date {
  const asUtc = new Date(`${isoDate(date)}T${time}:00Z`);
  return new Date(asUtc.getTime() - offsetOf(asUtc, timeZone));
}

const isoDate = (date: Date): string => date.toISOString().slice(0, 10);

const dateOf = (moment: Date, timeZone: string): Date =>
  new Date(`${isoDate(new Date(moment.getTime() + offsetOf(moment, timeZone)))}T00:00:00Z`);

const formatters = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds by which the zone's clocks are ahead of UTC at that moment. They are changed on the hour only. */
function offsetOf(moment: Date, timeZone: string): number {
  const ofZone = offsets.get(timeZone) ?? new Map<number, number>();
  offsets.set(timeZone, ofZone);
  const start = Math.floor(moment.getTime() / hour) * hour;
  let offset = ofZone.get(start);
  if (offset === undefined) {
    offset = computeOffset(new Date(start), timeZone);
    ofZone.set(start, offset);
  }
  return offset;
}

function computeOffset(moment: Date, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
    formatters.set(timeZone, formatter);
  }
  const name = formatter.formatToParts(moment).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(name) ?? [];
  const size = Number(hours) * hour + Number(minutes) * 60_000;
  return sign === "-" ? -size : size;
}
