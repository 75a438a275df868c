import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import type { Publication } from "#lib/shares/attempts/schemas.ts";
import { isOnItsWay } from "#lib/shares/details/on-its-way.ts";

/** What became of a share that Herald publishes, in a line; null while the server has not said anything. */
export function headingOf(publication: Publication | null, network: NetworkId): string {
  if (!publication || isOnItsWay(publication)) return `Publishing on ${networks[network].name}…`;
  const { state, sentence } = publication;
  if (state === "scheduled" && sentence) return "It waits.";
  return headings[state] ?? "Your share";
}

const headings: Partial<Record<Publication["state"], string>> = {
  scheduled: "It is in your calendar.",
  published: "It is out, and thank you.",
  confirmed: "Noted, and thank you.",
  failed: "It did not go out.",
  unknown: "It may have been published.",
  withdrawn: "Cancelled. Nothing went out.",
};
