import { sayMoment } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import { addDays, dayIn } from "#lib/day.ts";
import { DomainError } from "#lib/errors.ts";
import { toMoment } from "#lib/local-time.ts";

/** The moment of a deadline that somebody chose. Throws `invalid` when it has passed already. */
export function toDeadline(local: string, timeZone: string): Date {
  const dueAt = toMoment(local, timeZone);
  if (dueAt <= clock.now())
    throw new DomainError("invalid", "That deadline has passed already. Choose a later one, or none.");
  return dueAt;
}

/** "Due tomorrow at 17:00"; once it has passed "Overdue since Friday at 17:00". */
export function sayDue(dueAt: Date, now: Date, timeZone: string): string {
  return `${dueAt <= now ? "Overdue since" : "Due"} ${sayMoment(dueAt, now, timeZone)}`;
}

export type DeadlineChoice = { name: string; local: string };

/** What a deadline usually is: the end of the next days that are not a weekend's. */
export function suggestDeadlines(now: Date, timeZone: string): DeadlineChoice[] {
  const today = dayIn(timeZone, now);
  const workdays = Array.from({ length: 9 }, (_, index) => addDays(today, index + 1)).filter(isWorkday);
  const tomorrow = addDays(today, 1);
  return [workdays[0], workdays[2], workdays[4]].flatMap((day) => {
    if (!day) return [];
    const name = day === tomorrow ? "tomorrow" : weekday.format(new Date(`${day}T12:00:00Z`));
    return [{ name: `${name} 17:00`, local: `${day}T17:00` }];
  });
}

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });

const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay());
