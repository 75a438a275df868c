import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { Board, BoardFilters } from "./schemas.ts";

const freshMs = 10_000;

/** The board, read again every ten seconds while somebody looks at it. */
export const boardQuery = (organizationId: string, filters: BoardFilters) =>
  queryOptions({
    queryKey: [organizationId, "boards", toSearch(filters)],
    queryFn: ({ signal }) => fetchJson<Board>(`/api/leaderboard?${toSearch(filters)}`, signal),
    staleTime: freshMs,
    refetchInterval: freshMs,
  });

/** Filters as an address has them. */
export function toSearch(filters: BoardFilters): string {
  const { view, window, team, group, campaign } = filters;
  const chosen = { ...(team && { team }), ...(group && { group }), ...(campaign && { campaign }) };
  return new URLSearchParams({ view, window, ...chosen }).toString();
}
