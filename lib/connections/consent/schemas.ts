import { z } from "zod";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds } from "#lib/networks/networks.ts";
import { type Result, results } from "../results.ts";

const word = z.string().min(1).max(4000).optional().catch(undefined);

/** What a network's page sends a member back with. Nothing of it is ever shown or logged. */
export const callbackInput = z.object({ network: z.enum(networkIds), state: word, code: word, error: word });
export type CallbackInput = z.output<typeof callbackInput>;

/** Where a member who came back goes on: with what they began when all is well, else to what they should know. */
export type Landing = {
  result: Result;
  network: NetworkId;
  requestId: string | null;
  returnTo: string | null;
};

/** What the page of connections is told in its address. */
export const landingFilters = z.object({
  result: z.enum(results).optional().catch(undefined),
  network: z.enum(networkIds).optional().catch(undefined),
  request: z.uuid().optional().catch(undefined),
});
export type LandingFilters = z.output<typeof landingFilters>;

export const connectionsPage = "/me/connections";

/** The path for a landing. */
export function pathOf({ result, network, requestId, returnTo }: Landing): string {
  if (result === "connected" && returnTo && returnTo !== connectionsPage) return returnTo;
  const query = new URLSearchParams({ result, network, ...(requestId && { request: requestId }) });
  return `${connectionsPage}?${query}`;
}
