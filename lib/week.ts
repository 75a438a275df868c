import { addDays, type Day, mondayOf } from "#lib/day.ts";
import { toLocalTime } from "#lib/local-time.ts";

/** The seven days of a week that begins on a Monday. */
export const daysOfWeek = (monday: Day): Day[] =>
  Array.from({ length: 7 }, (_, count) => addDays(monday, count));

/**
 * What to read for a week (ISO): a day more at either end, so that it holds the week of every time zone.
 */
export const rangeOfWeek = (monday: Day): { from: string; to: string } => ({
  from: `${addDays(monday, -1)}T00:00:00.000Z`,
  to: `${addDays(monday, 8)}T00:00:00.000Z`,
});

/** The day that an address names, or else that one. */
export function readDay(text: unknown, today: Day): Day {
  const isDay =
    typeof text === "string" && /^20\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay ? new Date(text).toISOString().slice(0, 10) : today;
}

/** The Monday of the week that an address names, or else of the day's. */
export const readMonday = (text: unknown, today: Day): Day => mondayOf(readDay(text, today));

/** Where something stands in a week: its day, its minute of the day on the wall, and its lane beside what is near. */
export type Place<Entry> = { entry: Entry; day: Day; minute: number; lane: number; lanes: number };

/** So many minutes a card covers on the calendar, whatever it is. */
export const cardMinutes = 55;

/** The entries of a week, as clocks in the zone show them. */
export const placeInWeek = <Entry extends { at: string }>(
  entries: readonly Entry[],
  monday: Day,
  timeZone: string,
): Place<Entry>[] => placeOnDays(entries, daysOfWeek(monday), timeZone);

/** The entries of some days. What is so near that its card would cover another has a lane of its own. */
export function placeOnDays<Entry extends { at: string }>(
  entries: readonly Entry[],
  days: readonly Day[],
  timeZone: string,
): Place<Entry>[] {
  const ofDay = Map.groupBy(
    entries.map((entry) => placeOf(entry, timeZone)),
    ({ day }) => day,
  );
  return days.flatMap((day) =>
    clustersOf((ofDay.get(day) ?? []).toSorted((one, other) => one.minute - other.minute)).flatMap(
      (cluster) => {
        const lanes = assignLanes(cluster.map(({ minute }) => minute));
        const most = Math.max(...lanes) + 1;
        return cluster.map((place, at) => ({ ...place, lane: lanes[at] ?? 0, lanes: most }));
      },
    ),
  );
}

function placeOf<Entry extends { at: string }>(entry: Entry, timeZone: string) {
  const [day = "", time = ""] = toLocalTime(new Date(entry.at), timeZone).split("T");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return { entry, day, minute: hours * 60 + minutes };
}

/** Runs of entries of which each is near the one before. */
function clustersOf<Entry extends { minute: number }>(sorted: Entry[]): Entry[][] {
  const clusters: Entry[][] = [];
  for (const entry of sorted) {
    const last = clusters.at(-1);
    const before = last?.at(-1);
    if (last && before && entry.minute - before.minute < cardMinutes) last.push(entry);
    else clusters.push([entry]);
  }
  return clusters;
}

/** For each minute the first lane that is free by then. */
function assignLanes(minutes: number[]): number[] {
  const freeAt: number[] = [];
  return minutes.map((minute) => {
    const free = freeAt.findIndex((until) => until <= minute);
    const lane = free === -1 ? freeAt.length : free;
    freeAt[lane] = minute + cardMinutes;
    return lane;
  });
}

/** The hours that a week's calendar shows: those of work, and more when something stands outside of them. */
export function hoursShown(minutes: readonly number[]): { from: number; to: number } {
  const first = minutes.map((minute) => Math.floor(minute / 60));
  const last = minutes.map((minute) => Math.min(24, Math.ceil((minute + cardMinutes) / 60)));
  return { from: Math.min(7, ...first), to: Math.max(20, ...last) };
}

/** `2026-11-25T09:15`, for a minute of a day. */
export function localTimeAt(day: Day, minute: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
