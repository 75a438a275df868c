const visitMs = 30 * 60_000;
const recordMs = 5 * 60_000;

export type SeenTimes = { feedSeenAt: Date | null; feedSeenBeforeAt: Date | null };

/**
 * A visit lasts until the feed has not been opened for 30 minutes. What is new counts from the end of the visit
 * before. The answer is the same before and after `record`, so it does not matter when the visit is written down.
 */
export function endOfLastVisit({ feedSeenAt, feedSeenBeforeAt }: SeenTimes, now: Date): Date | null {
  return isNewVisit(feedSeenAt, now) ? feedSeenAt : feedSeenBeforeAt;
}

/** What is written down when the feed is opened; null when that was done minutes ago. */
export function record(seen: SeenTimes, now: Date): SeenTimes | null {
  if (seen.feedSeenAt && now.getTime() - seen.feedSeenAt.getTime() < recordMs) return null;
  return { feedSeenAt: now, feedSeenBeforeAt: endOfLastVisit(seen, now) };
}

const isNewVisit = (seenAt: Date | null, now: Date): boolean =>
  seenAt === null || now.getTime() - seenAt.getTime() > visitMs;
