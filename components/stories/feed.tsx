"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { readFeedFilters } from "#lib/stories/feed/filters.ts";
import { feedQuery } from "#lib/stories/feed/query-options.ts";
import type { FeedVisit, FollowableTopic } from "#lib/stories/feed/schemas.ts";
import { FeedBar } from "./feed-bar.tsx";
import { FeedColumn } from "./feed-column.tsx";
import { FeedEmpty } from "./feed-empty.tsx";
import { FeedEnd } from "./feed-end.tsx";
import { FeedNote } from "./feed-note.tsx";
import { FeedSkeleton } from "./feed-skeleton.tsx";
import { useRecordVisit } from "./use-record-visit.ts";

type FeedProps = { organizationId: string; topics: FollowableTopic[]; visit: FeedVisit };

/** The live stories that match the address: the newest wide, the others in a column that grows as one reads. */
export function Feed({ organizationId, topics, visit }: FeedProps) {
  const filters = readFeedFilters(Object.fromEntries(useSearchParams()));
  const query = useInfiniteQuery({
    ...feedQuery(organizationId, filters),
    placeholderData: keepPreviousData,
  });
  useRecordVisit(visit.isDue);

  const stories = query.data?.pages.flatMap((page) => page.stories) ?? [];
  return (
    <div className="grid grid-cols-1 gap-8 sm:gap-10">
      <div className="grid grid-cols-1 gap-3">
        <FeedBar filters={filters} topics={topics} followsTopics={visit.followsTopics} />
        <FeedNote filters={filters} topics={topics} followsTopics={visit.followsTopics} />
      </div>
      {query.isPending ? <FeedSkeleton /> : null}
      {query.isSuccess && stories.length === 0 ? (
        <FeedEmpty
          isFiltered={Boolean(filters.q || filters.topic)}
          isForYou={visit.followsTopics && !filters.view}
        />
      ) : null}
      <div aria-busy={query.isPlaceholderData} className={query.isPlaceholderData ? "opacity-60" : undefined}>
        <FeedColumn stories={stories} newSince={visit.newSince} hasLead={!filters.q && !filters.topic} />
      </div>
      <FeedEnd query={query} isEmpty={stories.length === 0} />
    </div>
  );
}
