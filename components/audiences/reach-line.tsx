"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { audienceReachQuery } from "#lib/audiences/query-options.ts";
import type { AudienceRule } from "#lib/audiences/rule.ts";

/** How many members a rule means, as soon as it asks something. */
export function ReachLine({ organizationId, rule }: { organizationId: string; rule: AudienceRule }) {
  const isWhole = rule.conditions.length > 0 && rule.conditions.every(({ values }) => values.length > 0);
  const { data, isError } = useQuery({
    ...audienceReachQuery(organizationId, rule),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  return (
    <p role="status" className="border-t border-line pt-4 text-quiet tabular">
      {isWhole ? (
        <>
          Means <span className="text-ink">{data ?? (isError ? "a number we could not count" : "…")}</span>
        </>
      ) : (
        "Choose a value for each condition to see how many members it means."
      )}
    </p>
  );
}
