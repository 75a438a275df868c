import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { Asked } from "#lib/guidelines/schemas.ts";

/** The guidelines for the words of one's own share that waits. */
export const askedOfShareQuery = (organizationId: string, id: string) =>
  queryOptions({
    queryKey: [organizationId, "shares", id, "asked"],
    queryFn: ({ signal }) => fetchJson<Asked>(`/api/shares/${id}/asked`, signal),
  });
