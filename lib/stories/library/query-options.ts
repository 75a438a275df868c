import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import { type LibraryFilters, type LibraryPlace, toLibrarySearch } from "./filters.ts";
import type { LibraryPage, MatchingStories } from "./schemas.ts";

/** A page of the table. Another page replaces it only once it is there. */
export const libraryQuery = (organizationId: string, filters: LibraryFilters, place: LibraryPlace) => {
  const search = toLibrarySearch({ ...filters, ...place });
  return queryOptions({
    queryKey: [organizationId, "stories", "library", search],
    queryFn: ({ signal }) => fetchJson<LibraryPage>(`/api/desk/stories?${search}`, signal),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
};

/** Read once, when somebody chooses all that match. */
export const readMatching = (filters: LibraryFilters): Promise<MatchingStories> =>
  fetchJson(`/api/desk/stories/matching?${toLibrarySearch(filters)}`);
