"use client";

import { type DehydratedState, HydrationBoundary, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";

/**
 * Hands what the page read on the server to TanStack Query, once. When the server renders the page again (after an
 * action), lists are asked to refetch in place: hydrating again would cut an infinite list back to its first page.
 */
export function Hydrate({ state, children }: { state: DehydratedState; children: ReactNode }) {
  const client = useQueryClient();
  const [first] = useState(state);
  useEffect(() => {
    for (const { queryKey, state: read } of state.queries) {
      const known = client.getQueryState(queryKey);
      if (known && known.dataUpdatedAt < read.dataUpdatedAt)
        void client.invalidateQueries({ queryKey, exact: true });
    }
  }, [client, state]);
  return <HydrationBoundary state={first}>{children}</HydrationBoundary>;
}
