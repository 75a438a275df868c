import { queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { AudienceRule } from "./rule.ts";
import type { AudienceChoices } from "./schemas.ts";

/** How many a rule means, while it is being made. */
export const audienceReachQuery = (organizationId: string, rule: AudienceRule) =>
  queryOptions({
    queryKey: [organizationId, "audiences", "reach", rule],
    queryFn: ({ signal }) =>
      fetchJson<string>(
        `/api/audiences/reach?${new URLSearchParams({ rule: JSON.stringify(rule) })}`,
        signal,
      ),
    staleTime: 30_000,
  });

/** What conditions let choose from. */
export const audienceChoicesQuery = (organizationId: string) =>
  queryOptions({
    queryKey: [organizationId, "audiences", "choices"],
    queryFn: ({ signal }) => fetchJson<AudienceChoices>("/api/audiences/choices", signal),
  });
