import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { ShareDetails } from "./schemas.ts";

const freshMs = 15_000;

/** One's own share, read again every fifteen seconds while somebody looks at it. */
export const shareQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [organizationId, "shares", id],
    queryFn: ({ signal }) => fetchJson<ShareDetails>(`/api/shares/${id}`, signal),
    staleTime: freshMs,
    refetchInterval: freshMs,
  });
