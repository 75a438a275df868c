import { addDays, dayIn, mondayOf } from "#lib/day.ts";
import { hourOf } from "../counted-hits.ts";
import type { ClicksOverTime, TimeStep, TimeUnit } from "./schemas.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** As fine as a page has room for: hours for three days, days for two months, weeks for a year, then months. */
export function timeUnit(from: Date, now: Date): TimeUnit {
  const age = now.getTime() - from.getTime();
  if (age < 3 * dayMs) return "hour";
  if (age < 60 * dayMs) return "day";
  return age < 366 * dayMs ? "week" : "month";
}

/** The key of the step that a UTC hour lies in. A day is the organization's, as far as whole UTC hours can tell. */
const keyOf: Record<TimeUnit, (hour: Date, timeZone: string) => string> = {
  hour: (hour) => hour.toISOString(),
  day: (hour, timeZone) => dayIn(timeZone, hour),
  week: (hour, timeZone) => mondayOf(dayIn(timeZone, hour)),
  month: (hour, timeZone) => dayIn(timeZone, hour).slice(0, 7),
};

type Span = { from: Date; now: Date; timeZone: string };

/** Counted clicks by UTC hour, as steps without a gap from `from` until now. The last step is not over yet. */
export function clicksOverTime(
  hours: readonly { hour: Date; clicks: number }[],
  { from, now, timeZone }: Span,
): ClicksOverTime {
  const first = new Date(Math.min(from.getTime(), ...hours.map(({ hour }) => hour.getTime())));
  const unit = timeUnit(first, now);
  const clicksOf = new Map<string, number>();
  for (const { hour, clicks } of hours) {
    const key = keyOf[unit](hour, timeZone);
    clicksOf.set(key, (clicksOf.get(key) ?? 0) + clicks);
  }
  const keys = listKeys(unit, first, now, timeZone);
  const sayStep = wordsOf[unit](timeZone);
  const steps = keys.map((key, index) => ({
    key,
    ...sayStep(key, index === keys.length - 1),
    clicks: clicksOf.get(key) ?? 0,
  }));
  return { unit, steps };
}

function listKeys(unit: TimeUnit, from: Date, now: Date, timeZone: string): string[] {
  const last = keyOf[unit](hourOf(now), timeZone);
  const keys = [keyOf[unit](hourOf(from), timeZone)];
  for (let key = keys[0]; key !== undefined && key < last; ) {
    key = following[unit](key);
    keys.push(key);
  }
  return keys;
}

const following: Record<TimeUnit, (key: string) => string> = {
  hour: (key) => new Date(Date.parse(key) + hourMs).toISOString(),
  day: (key) => addDays(key, 1),
  week: (key) => addDays(key, 7),
  month: (key) => addDays(`${key}-28`, 4).slice(0, 7),
};

type Words = Pick<TimeStep, "name" | "mark">;

/** Formats are made once for all steps: making one costs more than using it. */
const wordsOf: Record<TimeUnit, (timeZone: string) => (key: string, isLast: boolean) => Words> = {
  hour: (timeZone) => {
    const day = formatIn(timeZone, { weekday: "short", day: "numeric", month: "short" });
    const weekday = formatIn(timeZone, { weekday: "short" });
    const time = formatIn(timeZone, { hour: "2-digit", minute: "2-digit" });
    const dayAndOffset = formatIn(timeZone, { timeZoneName: "shortOffset" });
    const say = (key: string) => `${day(key)}, ${time(key)}`;
    // When summer time ends, an hour of the clock comes twice.
    const isTwice = (key: string) =>
      [-hourMs, hourMs].some((away) => say(new Date(Date.parse(key) + away).toISOString()) === say(key));
    const which = (key: string) => (isTwice(key) ? ` (${dayAndOffset(key).split(", ").at(-1)})` : "");
    return (key, isLast) => ({
      name: `${day(key)}, ${isLast ? "since " : ""}${time(key)}${which(key)}`,
      mark: `${weekday(key)} ${time(key)}`,
    });
  },
  day: () => {
    const name = formatIn("UTC", { weekday: "short", day: "numeric", month: "short" });
    const mark = formatIn("UTC", { day: "numeric", month: "short" });
    return (key, isLast) => ({ name: `${name(key)}${isLast ? ", so far" : ""}`, mark: mark(key) });
  },
  week: () => {
    const mark = formatIn("UTC", { day: "numeric", month: "short" });
    return (key, isLast) => ({ name: `Week of ${mark(key)}${isLast ? ", so far" : ""}`, mark: mark(key) });
  },
  month: () => {
    const name = formatIn("UTC", { month: "long", year: "numeric" });
    const mark = formatIn("UTC", { month: "short", year: "numeric" });
    return (key, isLast) => ({ name: `${name(key)}${isLast ? ", so far" : ""}`, mark: mark(key) });
  },
};

function formatIn(timeZone: string, options: Intl.DateTimeFormatOptions): (key: string) => string {
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, ...options });
  return (key) => format.format(new Date(key));
}
