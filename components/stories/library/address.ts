import { type LibraryFilters, type LibraryPlace, toLibrarySearch } from "#lib/stories/library/filters.ts";

/** Where the table shows this. */
export function libraryAddress(filters: Partial<LibraryFilters & LibraryPlace>): string {
  const search = toLibrarySearch(filters);
  return search ? `/desk/stories?${search}` : "/desk/stories";
}
