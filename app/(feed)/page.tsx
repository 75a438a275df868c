import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { RunningCampaigns } from "#components/campaigns/running-campaigns.tsx";
import { Hydrate } from "#components/layout/hydrate.tsx";
import { OpenShares } from "#components/shares/open-shares.tsx";
import { Feed } from "#components/stories/feed.tsx";
import { FeedHeading } from "#components/stories/feed-heading.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { listRunningCampaigns } from "#lib/campaigns/live/queries.ts";
import { listOpenShares } from "#lib/shares/queries.ts";
import { readFeedFilters } from "#lib/stories/feed/filters.ts";
import { getFeedVisit, listLiveStories, listLiveTopics } from "#lib/stories/feed/queries.ts";
import { feedQuery } from "#lib/stories/feed/query-options.ts";

export const metadata: Metadata = { title: "Feed" };

export default async function FeedPage({ searchParams }: PageProps<"/">) {
  const actor = await requireActor();
  const filters = readFeedFilters(await searchParams);
  const client = new QueryClient();
  const read = (cursor: string | undefined) => listLiveStories(actor, { ...filters, cursor });
  const [topics, visit, openShares, campaigns] = await Promise.all([
    listLiveTopics(actor),
    getFeedVisit(actor),
    listOpenShares(actor),
    listRunningCampaigns(actor),
    client.prefetchInfiniteQuery(feedQuery(actor.organizationId, filters, read)),
  ]);

  return (
    <Hydrate state={dehydrate(client)}>
      <div className="mb-8 empty:hidden">
        <OpenShares shares={openShares} />
      </div>
      <FeedHeading />
      <RunningCampaigns campaigns={campaigns} />
      <Feed organizationId={actor.organizationId} topics={topics} visit={visit} />
    </Hydrate>
  );
}
