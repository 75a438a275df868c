import { env } from "#lib/env.ts";
import type { NetworkId } from "./network.ts";
import { networks } from "./networks.ts";

/** Where an operator may say otherwise, because what the terms cover is read differently. */
const configured: Partial<Record<NetworkId, () => number>> = { linkedin: () => env.LINKEDIN_FIGURES_HOURS };

/** For how many hours the network's terms let its figures be kept; null when they say nothing. */
export function keptHours(network: NetworkId): number | null {
  const kept = networks[network].connecting?.keepsReportedHours ?? null;
  return kept === null ? null : (configured[network]?.() ?? kept);
}
