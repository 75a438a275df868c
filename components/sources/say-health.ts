import { sayAgo, sayMoment } from "#lib/calendar.ts";
import type { Source } from "#lib/sources/schemas.ts";

/** How a source does, in a line: when it answered last, or what keeps it and when it is asked again. */
export function sayHealth(source: Source, now: Date, timeZone: string): string {
  const { lastError, failures, lastSucceededAt, nextPollAt, isPaused } = source;
  const last = lastSucceededAt
    ? `Answered ${sayAgo(lastSucceededAt, now, timeZone)}.`
    : "Has not answered yet.";
  if (isPaused) return `${last} It is not asked until you resume it.`;
  if (!lastError) return lastSucceededAt ? last : "Will be asked in a moment.";
  const times = failures === 1 ? "once" : `${failures} times in a row`;
  return `${lastError} Failed ${times}. ${last} Asked again ${sayMoment(nextPollAt, now, timeZone)}.`;
}
