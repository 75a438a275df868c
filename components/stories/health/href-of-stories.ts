import { type LibraryFilters, toLibrarySearch } from "#lib/stories/library/filters.ts";

/** The table of stories, so filtered. */
export const hrefOfStories = (filters: Partial<LibraryFilters>): string =>
  `/desk/stories?${toLibrarySearch(filters)}`;
