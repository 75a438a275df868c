import { sayDate } from "#lib/day.ts";

const dayMs = 86_400_000;
const warnedForMs = 60 * dayMs;

/**
 * What to say of an API version such as `202609`. LinkedIn keeps each for a year at least and then answers 426, and not every
 * month is a version: so the next one is looked up by a person, never computed.
 * https://learn.microsoft.com/en-us/linkedin/marketing/versioning
 */
export function warnOfVersionEnd({ value, variable }: { value: string; variable: string }, now: Date) {
  const end = new Date(Date.UTC(Number(value.slice(0, 4)) + 1, Number(value.slice(4)) - 1, 1));
  const leftMs = end.getTime() - now.getTime();
  if (leftMs > warnedForMs) return null;
  const day = sayDate(end.toISOString().slice(0, 10));
  return leftMs > 0
    ? `Version ${value} is kept until ${day} at least, and refused some time after. Set ${variable} to a newer one from LinkedIn’s list.`
    : `Version ${value} has been kept for its year, until ${day}, and may be refused any day. Set ${variable} to a newer one from LinkedIn’s list.`;
}
