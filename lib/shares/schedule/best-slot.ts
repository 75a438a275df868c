import { addDays, dayIn } from "#lib/day.ts";
import { toMoment } from "#lib/local-time.ts";

/** Colleagues do not post the same story to the same network within this time of each other. */
export const spreadHours = 2;
/** When people are up and read, on the clocks of whoever posts; of Monday to Friday. */
const waking = { from: 8, to: 19 };
const stepMinutes = 15;
const lookAheadDays = 14;

type Question = {
  now: Date;
  timeZone: string;
  /** When the same story goes, or went, to the same network. */
  taken: readonly Date[];
  /** When the story ends; null when it stays. */
  endsAt: Date | null;
};

/**
 * The first quarter of an hour, from ten minutes on, in waking hours of a working day, that is at least the spread away from
 * every colleague's post. Where there is none within two weeks, or before the story ends, the one farthest from them; null
 * when the story ends before any.
 */
export function bestSlot({ now, timeZone, taken, endsAt }: Question): Date | null {
  const distance = (slot: Date) =>
    Math.min(...taken.map((other) => Math.abs(slot.getTime() - other.getTime())), spreadHours * hourMs);
  let best: Date | null = null;
  for (const slot of candidates(now, timeZone)) {
    if (endsAt && slot >= endsAt) break;
    if (distance(slot) >= spreadHours * hourMs) return slot;
    if (!best || distance(slot) > distance(best)) best = slot;
  }
  return best;
}

const hourMs = 3_600_000;
const soonestMs = 10 * 60_000;

function* candidates(now: Date, timeZone: string): Generator<Date> {
  const today = dayIn(timeZone, now);
  for (let count = 0; count < lookAheadDays; count++) {
    const day = addDays(today, count);
    if (!isWorkingDay(day)) continue;
    for (const time of timesOfDay) {
      const slot = toMoment(`${day}T${time}`, timeZone);
      if (slot.getTime() >= now.getTime() + soonestMs) yield slot;
    }
  }
}

const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const timesOfDay = Array.from({ length: ((waking.to - waking.from) * 60) / stepMinutes }, (_, count) => {
  const minutes = waking.from * 60 + count * stepMinutes;
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});
