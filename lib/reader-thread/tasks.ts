import { findFeedLinks } from "#lib/sources/find-feed-links.ts";
import { readFeed } from "#lib/sources/read-feed.ts";
import { readPage } from "#lib/stories/read-page.ts";

/** What foreign text is read by, away from everybody else. Each takes and gives plain data. */
export const tasks = { readFeed, findFeedLinks, readPage } as const;

export type Tasks = typeof tasks;
