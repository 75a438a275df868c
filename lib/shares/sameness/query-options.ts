import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { fetchJson } from "#lib/fetch-json.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { Sameness } from "./schemas.ts";

/** What was said of the words before stays until the answer for the new ones is there. */
export const samenessQuery = (organizationId: string, words: { network: NetworkId; text: string }) =>
  queryOptions({
    queryKey: [organizationId, "shares", "sameness", words],
    queryFn: ({ signal }) => fetchJson<Sameness>("/api/shares/sameness", signal, words),
    enabled: words.text !== "",
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });
