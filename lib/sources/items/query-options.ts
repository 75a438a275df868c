import { infiniteQueryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { ItemsPage } from "./schemas.ts";

export type ReadItemsPage = (cursor: string | undefined, signal?: AbortSignal) => Promise<ItemsPage>;

/** What waits, page by page; new items arrive by themselves. In the browser it reads /api/sources/items. */
export const itemsQuery = (organizationId: string, source: string | undefined, read = readFrom(source)) =>
  infiniteQueryOptions({
    queryKey: itemsKey(organizationId, source),
    queryFn: ({ pageParam, signal }) => read(pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    refetchInterval: 60_000,
  });

export const itemsKey = (organizationId: string, source: string | undefined) => [
  organizationId,
  "sources",
  "items",
  source ?? null,
];

function readFrom(source: string | undefined): ReadItemsPage {
  return (cursor, signal) => {
    const search = new URLSearchParams({ ...(source && { source }), ...(cursor && { cursor }) });
    return fetchJson(`/api/sources/items?${search}`, signal);
  };
}
