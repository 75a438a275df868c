import { z } from "zod";

/** A wall-clock time without a zone, as `<input type="datetime-local">` gives it: `2026-11-25T09:00`. */
export const localTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/, "Enter a date and a time.")
  .refine((text) => !Number.isNaN(Date.parse(`${text}Z`)), "That date does not exist.");

/**
 * The moment at which clocks in the zone show that time. In the hour that is skipped in spring it is the moment
 * after the gap that the old offset gives; of the two in autumn it is the first.
 */
export function toMoment(local: string, timeZone: string): Date {
  const asUtc = Date.parse(`${local}Z`);
  const before = offsetAt(asUtc - day, timeZone);
  const after = offsetAt(asUtc + day, timeZone);
  const candidates = [asUtc - before, asUtc - after];
  const exact = candidates.filter((moment) => moment + offsetAt(moment, timeZone) === asUtc);
  return new Date(exact.length > 0 ? Math.min(...exact) : asUtc - before);
}

/** What clocks in the zone show at that moment. */
export function toLocalTime(moment: Date, timeZone: string): string {
  return new Date(moment.getTime() + offsetAt(moment.getTime(), timeZone)).toISOString().slice(0, 16);
}

const day = 86_400_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formats.set(timeZone, format);
  return format;
}

function offsetAt(moment: number, timeZone: string): number {
  const parts = formatIn(timeZone).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "00";
  const shown = `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}:${part("second")}Z`;
  return Date.parse(shown) - Math.floor(moment / 1000) * 1000;
}
