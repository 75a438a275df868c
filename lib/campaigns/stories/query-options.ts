import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { FoundStory } from "./schemas.ts";

/** Stories that could be part of a campaign. Its id is no other organization's. */
export const foundStoriesQuery = (campaignId: string, q: string) =>
  queryOptions({
    queryKey: ["campaigns", campaignId, "stories", q],
    queryFn: () =>
      fetchJson<FoundStory[]>(`/api/campaigns/${campaignId}/stories?${new URLSearchParams({ q })}`),
  });
