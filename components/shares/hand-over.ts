import type { NetworkId } from "#lib/networks/network.ts";

/** What was taken along. `byHand` is what the browser would not copy, for the person to copy themselves. */
export type Taken = { text: string; byHand: string | null };

export type HandedOver = Taken & { network: NetworkId; captionId: string | null };
