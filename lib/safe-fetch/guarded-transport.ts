import type { lookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";

type Guard = { allowedOrigins: readonly string[]; lookup?: typeof lookup | undefined };

/**
 * How to send a request that never reaches into a private network, whatever its address resolves to: the check is made on
 * the IP of each connection. A fresh agent for each request: no connection is reused, so each is checked.
 */
export function guardedTransport(url: URL, { allowedOrigins, lookup }: Guard) {
  const isSecure = url.protocol === "https:";
  const request = isSecure ? https.request : http.request;
  if (allowedOrigins.includes(url.origin))
    return { request, agent: isSecure ? new https.Agent() : new http.Agent() };
  // The agent passes every address that this finds through its filter before it connects.
  const resolver = lookup ? { lookup: lookup as LookupFunction } : {};
  const agent = isSecure ? new RequestFilteringHttpsAgent(resolver) : new RequestFilteringHttpAgent(resolver);
  return { request, agent };
}

/** The filter has no error class of its own; safe-fetch.test.ts holds it to these words. */
export const isFilteredOut = (error: Error): boolean => /is not allowed\. Because/.test(error.message);
