import { dayIn } from "#lib/day.ts";

const dayMs = 86_400_000;

/**
 * A day as people say it, seen from now: "today", "yesterday", "tomorrow", the weekday's name within the week on
 * either side, else "3 November", with the year when it is another one.
 */
export function sayDay(moment: Date, now: Date, timeZone: string): string {
  const away = dayNumber(moment, timeZone) - dayNumber(now, timeZone);
  if (away === 0) return "today";
  if (away === -1) return "yesterday";
  if (away === 1) return "tomorrow";
  if (Math.abs(away) < 7) return format(moment, timeZone, { weekday: "long" });
  const isThisYear = year(moment, timeZone) === year(now, timeZone);
  return format(moment, timeZone, {
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  });
}

/** A moment to the minute: "today at 09:12", "3 November at 18:00". */
export function sayMoment(moment: Date, now: Date, timeZone: string): string {
  const time = format(moment, timeZone, { hour: "2-digit", minute: "2-digit" });
  return `${sayDay(moment, now, timeZone)} at ${time}`;
}

/** How long ago something was: "just now", "20 minutes ago", "3 hours ago"; after a day when it was. */
export function sayAgo(moment: Date, now: Date, timeZone: string): string {
  const minutes = Math.floor((now.getTime() - moment.getTime()) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} ${hours === 1 ? "hour" : "hours"} ago`;
  return sayMoment(moment, now, timeZone);
}

/** Until when something holds: "ends today", "until Friday". */
export function sayUntil(end: Date, now: Date, timeZone: string): string {
  const day = sayDay(end, now, timeZone);
  return day === "today" ? "ends today" : `until ${day}`;
}

const dayNumber = (moment: Date, timeZone: string): number =>
  Date.parse(`${dayIn(timeZone, moment)}T00:00:00Z`) / dayMs;

const year = (moment: Date, timeZone: string): string => format(moment, timeZone, { year: "numeric" });

const format = (moment: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone, ...options }).format(moment);
