import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import { isOnItsWay } from "./on-its-way.ts";
import type { ShareDetails } from "./schemas.ts";

const freshMs = 15_000;
const leavingMs = 1_000;

/** One's own share, read again every fifteen seconds while somebody looks at it, and every second while it is leaving. */
export const shareQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [organizationId, "shares", id],
    queryFn: ({ signal }) => fetchJson<ShareDetails>(`/api/shares/${id}`, signal),
    staleTime: freshMs,
    refetchInterval: ({ state: { data } }) =>
      data?.publication && isOnItsWay(data.publication) ? leavingMs : freshMs,
  });
