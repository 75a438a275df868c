const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

const hourlyForHours = 48;
export const quietAfterMs = 14 * dayMs;

type Asked = {
  publishedAt: Date;
  /** When a figure last changed; when it was published, before there was one. */
  changedAt: Date;
  now: Date;
  /** The network's own hours after publishing, in order; null for the usual ones. */
  hours: readonly number[] | null;
};

/**
 * When a post's figures are asked for next, having just been asked for: every hour for two days, then every day, until they
 * have been the same for fourteen days. A network that answers seldom has hours of its own, then daily. Null is "never again".
 */
export function nextMeasurement({ publishedAt, changedAt, now, hours }: Asked): Date | null {
  if (now.getTime() - changedAt.getTime() >= quietAfterMs) return null;
  const ageHours = (now.getTime() - publishedAt.getTime()) / hourMs;
  const next = hours ? hours.find((hour) => hour > ageHours) : nextWholeHour(ageHours);
  return new Date(next === undefined ? now.getTime() + dayMs : publishedAt.getTime() + next * hourMs);
}

const nextWholeHour = (ageHours: number): number | undefined =>
  ageHours < hourlyForHours ? Math.max(0, Math.floor(ageHours)) + 1 : undefined;

/** When the post's own figures are asked for the first time: right after publishing, a network may not know it yet. */
export const firstMeasurement = (publishedAt: Date, hours: readonly number[] | null): Date =>
  new Date(publishedAt.getTime() + (hours?.[0] ?? 1) * hourMs);
