import type { NetworkId } from "#lib/networks/network.ts";

/** What is to be said where, the caption that it began with, and the warnings that its member goes on past. */
export type Words = { network: NetworkId; text: string; captionId: string | null; acceptedIds: string[] };

/** What was taken along. `byHand` is what the browser would not copy, for the person to copy themselves. */
export type Taken = { text: string; byHand: string | null };

export type HandedOver = Taken & Words;
