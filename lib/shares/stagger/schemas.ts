import type { NetworkId } from "#lib/networks/network.ts";

/** How many colleagues posted the story within the last minutes, by network; only where they are many. */
export type Stagger = { minutes: number; colleagues: Partial<Record<NetworkId, number>> };
