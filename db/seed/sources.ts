import { createHash } from "node:crypto";
import type { Company } from "#db/seed/company.ts";
import type { Rows } from "#db/seed/rows.ts";
import type { SourceSeed } from "#db/seed/types.ts";

const hourMs = 3_600_000;
const weekMinutes = 7 * 24 * 60;

/** A source with what waits of it. */
export function planSource(rows: Rows, company: Company, source: SourceSeed, now: Date): void {
  const { organization, makeId, memberId } = company;
  const organizationId = organization.id;
  const hoursAgo = (hours: number) => new Date(now.getTime() - hours * hourMs);
  const addedAt = hoursAgo(24 * 30);
  const id = makeId(addedAt);
  const { name, feedUrl, language, error, isPaused, items } = source;
  const addedById = memberId(source.addedBy);
  rows.sources.push({
    ...{ organizationId, id, name, feedUrl, language, addedById },
    siteUrl: new URL("/", feedUrl).href,
    everyMinutes: weekMinutes,
    pausedAt: isPaused ? hoursAgo(24 * 6) : null,
    nextPollAt: new Date(now.getTime() + 7 * 24 * hourMs),
    lastPolledAt: hoursAgo(2),
    lastSucceededAt: hoursAgo(error ? 50 : isPaused ? 24 * 6 : 2),
    lastError: error?.sentence ?? null,
    failures: error?.failures ?? 0,
    createdAt: addedAt,
  });
  for (const { title, path, summary, hoursAgo: hours } of items) {
    const url = new URL(path, feedUrl).href;
    rows.sourceItems.push({
      ...{ organizationId, id: makeId(hoursAgo(hours)), sourceId: id, url, title, summary },
      guidKey: sha256(url),
      addressKey: sha256(url.replace(/^https:\/\//, "")),
      publishedAt: hoursAgo(hours),
      seenAt: hoursAgo(Math.min(hours, 2)),
      state: "waiting",
    });
  }
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
