"use client";

import { useSearchParams } from "next/navigation";
import {
  type LibraryFilters,
  readLibraryFilters,
  readLibraryPlace,
  toLibrarySearch,
} from "#lib/stories/library/filters.ts";
import type { LibraryChoices } from "#lib/stories/library/schemas.ts";
import type { StoryView } from "#lib/stories/views/schemas.ts";
import { libraryAddress } from "./address.ts";
import { FilterBar } from "./filter-bar.tsx";
import { Refusals } from "./refusals.tsx";
import { StoryList } from "./story-list.tsx";
import { useChanges } from "./use-changes.ts";
import { ViewBar } from "./view-bar.tsx";

type LibraryProps = {
  organizationId: string;
  choices: LibraryChoices;
  views: StoryView[];
  now: string;
  timeZone: string;
};

/** All stories: filtered by the address, chosen with the keyboard, changed together. */
export function Library({ organizationId, choices, views, now, timeZone }: LibraryProps) {
  const address = Object.fromEntries(useSearchParams());
  const filters = readLibraryFilters(address);
  const search = toLibrarySearch(filters);
  const changes = useChanges(organizationId);
  const show = (changed: Partial<LibraryFilters>) =>
    window.history.pushState(null, "", libraryAddress({ ...filters, ...changed }));

  return (
    <div className="grid gap-5 pb-24">
      <ViewBar views={views} search={search} />
      <FilterBar filters={filters} choices={choices} onChange={show} />
      <Refusals refusals={changes.refusals} onRead={changes.forget} />
      <StoryList
        key={search}
        organizationId={organizationId}
        filters={filters}
        place={readLibraryPlace(address)}
        choices={choices}
        changes={changes}
        onSort={show}
        now={new Date(now)}
        timeZone={timeZone}
      />
    </div>
  );
}
