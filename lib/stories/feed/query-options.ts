import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { FeedFilters } from "./filters.ts";
import type { FeedPage } from "./schemas.ts";

export type ReadFeedPage = (cursor: string | undefined, signal?: AbortSignal) => Promise<FeedPage>;

/** The feed, page by page. In the browser it reads /api/stories; the page gives a `read` of its own. */
export const feedQuery = (organizationId: string, filters: FeedFilters, read = readFrom(filters)) =>
  infiniteQueryOptions({
    queryKey: [organizationId, "stories", "feed", filters.topic ?? null, filters.q, filters.view ?? null],
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

function readFrom(filters: FeedFilters): ReadFeedPage {
  return (cursor, signal) =>
    fetchJson(`/api/stories?${toSearch({ ...filters, ...(cursor ? { cursor } : {}) })}`, signal);
}

/** Filters as an address has them; what is not set is left out. */
export function toSearch(filters: Partial<FeedFilters> & { cursor?: string }): string {
  const set = Object.entries(filters).filter(([, value]) => value);
  return new URLSearchParams(set as [string, string][]).toString();
}
