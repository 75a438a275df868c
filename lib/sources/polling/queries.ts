import { and, asc, isNull, lte, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sources } from "#db/schema/sources.ts";
import { clock } from "#lib/clock.ts";
import type { PollJob } from "#lib/jobs/polling.ts";

const mostAtOnce = 1_000;

/** The sources of all organizations that are to be polled now and that nobody polls, by the site they are at. */
export async function listDueSources(): Promise<PollJob[]> {
  const due = await db
    .select({ organizationId: sources.organizationId, id: sources.id, feedUrl: sources.feedUrl })
    .from(sources)
    .where(isDue())
    .orderBy(asc(sources.nextPollAt))
    .limit(mostAtOnce);
  return [...Map.groupBy(due, ({ feedUrl }) => new URL(feedUrl).host)].map(([host, ofHost]) => ({
    host,
    sources: ofHost.map(({ organizationId, id }) => ({ organizationId, id })),
  }));
}

/** Neither paused nor removed, its time has come, and nobody holds it. */
export function isDue() {
  return and(
    isNull(sources.pausedAt),
    isNull(sources.removedAt),
    lte(sources.nextPollAt, clock.now()),
    isFree(),
  );
}

export const isFree = () => or(isNull(sources.pollingUntil), lte(sources.pollingUntil, clock.now()));
