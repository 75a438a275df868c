const minuteMs = 60_000;
const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** When a source is polled next that answered well: a little sooner or later each time, so that they do not come in herds. */
export function afterSuccess(now: Date, everyMinutes: number, random: () => number = Math.random): Date {
  return new Date(now.getTime() + everyMinutes * minuteMs * (0.95 + 0.1 * random()));
}

/**
 * When a source is polled next that failed for the nth time in a row: twice as late each time, up to a day (or its own rhythm,
 * where that is longer), and never before the moment that its server asked for.
 */
export function afterFailure(
  now: Date,
  { everyMinutes, failures, retryAt }: { everyMinutes: number; failures: number; retryAt: Date | null },
  random: () => number = Math.random,
): Date {
  const rhythmMs = everyMinutes * minuteMs;
  const longestMs = Math.max(dayMs, rhythmMs);
  const backOffMs = Math.min(longestMs, rhythmMs * 2 ** Math.min(failures, 20));
  const own = now.getTime() + backOffMs * (0.75 + 0.25 * random());
  const asked = retryAt ? Math.min(retryAt.getTime(), now.getTime() + weekMs) : 0;
  return new Date(Math.max(own, asked));
}

/** What a Retry-After header asks for: seconds, or a date. */
export function readRetryAfter(header: string | null, now: Date): Date | null {
  const text = header?.trim();
  if (!text) return null;
  const moment = /^\d{1,9}$/.test(text) ? now.getTime() + Number(text) * 1000 : Date.parse(text);
  return Number.isNaN(moment) || moment <= now.getTime() ? null : new Date(moment);
}
