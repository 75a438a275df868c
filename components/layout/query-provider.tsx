"use client";

import { onlineManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ReadError } from "#lib/fetch-json.ts";

/** What was read in the browser. Give it the organization's id as `key`: another organization starts with nothing. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}

function makeClient(): QueryClient {
  // The network may go before the page is interactive, and the browser says so only once.
  if (typeof window !== "undefined") onlineManager.setOnline(navigator.onLine);
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // A refusal stays one however often it is asked again.
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ReadError && error.code !== "unavailable"),
      },
    },
  });
}
