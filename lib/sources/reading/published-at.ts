const earliest = Date.UTC(1990, 0, 1);
const dayMs = 86_400_000;

/** When an item says that it was published; null when that is no date, or one that cannot be true. */
export function readPublishedAt(said: string | undefined, now: Date): Date | null {
  const moment = said ? Date.parse(said.trim()) : Number.NaN;
  if (Number.isNaN(moment) || moment < earliest || moment > now.getTime() + dayMs) return null;
  // A clock that goes a little fast, or a date without a zone.
  return new Date(Math.min(moment, now.getTime()));
}
