import type { NetworkId } from "#lib/networks/network.ts";

export type CaptionChoice = { id: string; text: string; network: NetworkId | null; uses: number };

/** The captions for a network, the least used first, so that colleagues do not all say the same. */
export function captionsFor<Choice extends CaptionChoice>(
  captions: readonly Choice[],
  network: NetworkId,
): Choice[] {
  return captions
    .filter((caption) => caption.network === null || caption.network === network)
    .toSorted((a, b) => a.uses - b.uses);
}
