import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { BestSlot, ScheduledShare } from "./schemas.ts";

type Place = { storyId: string; network: NetworkId; timeZone: string };

/** The slot that would be taken just now; colleagues take some too, so it is not kept for long. */
export const bestSlotQuery = (organizationId: string, place: Place) =>
  queryOptions({
    queryKey: [organizationId, "shares", "best-slot", place],
    queryFn: ({ signal }) =>
      fetchJson<BestSlot | null>(`/api/shares/schedule/best?${new URLSearchParams(place)}`, signal),
    staleTime: 30_000,
  });

/** What the member's calendar shows between two moments (ISO). */
export const scheduleQuery = (organizationId: string, range: { from: string; to: string }) =>
  queryOptions({
    queryKey: [organizationId, "shares", "schedule", range],
    queryFn: ({ signal }) =>
      fetchJson<ScheduledShare[]>(`/api/shares/schedule?${new URLSearchParams(range)}`, signal),
    staleTime: 15_000,
    refetchInterval: 30_000,
  });
