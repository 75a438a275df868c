import type { NetworkId } from "#lib/networks/network.ts";
import type { Result } from "./results.ts";

/** Where a member who came back goes on: with what they began when all is settled, else to what they should know. */
export type Landing = {
  result: Result;
  network: NetworkId;
  requestId: string | null;
  returnTo: string | null;
};

export const connectionsPage = "/me/connections";

/** The path for a landing. */
export function pathOf({ result, network, requestId, returnTo }: Landing): string {
  const isSettled = result === "connected" || result === "kept";
  if (isSettled && returnTo && returnTo !== connectionsPage) return returnTo;
  const query = new URLSearchParams({ result, network, ...(requestId && { request: requestId }) });
  return `${connectionsPage}?${query}`;
}
