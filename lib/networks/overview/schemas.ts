import type { NetworkId } from "../network.ts";
import type { NetworkSettings } from "../settings/schemas.ts";

/** One network as an admin looks after it. */
export type NetworkOverview = {
  id: NetworkId;
  name: string;
  settings: NetworkSettings;
  /** Variables of its app that are not set; empty when it is set up, or needs none. */
  missing: string[];
  /** Why there is nothing to set up, where there is not. */
  note: string | null;
  isSimulated: boolean;
  version: { value: string; variable: string; warning: string | null } | null;
  block: { sentence: string; detail: string | null; since: string; retryWhen: string; isDue: boolean } | null;
  /** Members with a connection that works, and those whose consent is over. */
  connected: number;
  needReconnect: number;
  /** Why no figure could be asked for although it is switched on; null when it can. */
  figuresNote: string | null;
  costs: NetworkCosts | null;
};

/** Of a network that bills, in millionths of a US dollar. */
export type NetworkCosts = {
  prices: { name: string; micros: number }[];
  /** Confirmed shares to it in the last thirty days, however they were posted. */
  recentShares: number;
  pricePerShare: number;
  /** What a month of that would cost through the API. */
  projected: { shares: number; costMicros: number };
  /** Charged this calendar month (UTC). */
  usedPosting: number;
  usedReading: number;
  monthName: string;
};
