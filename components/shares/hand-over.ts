import type { NetworkId } from "#lib/networks/network.ts";

/** What was taken where. `isCopied` is null when nothing had to be copied. */
export type HandedOver = {
  network: NetworkId;
  text: string;
  captionId: string | null;
  isCopied: boolean | null;
};
