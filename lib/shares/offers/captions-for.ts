import type { NetworkId } from "#lib/networks/network.ts";

/** A caption as the composer offers it, and what decided its place. */
export type CaptionChoice = {
  id: string;
  text: string;
  network: NetworkId | null;
  language: string;
  /** How many shares started from it. */
  uses: number;
  weight: number;
};

/** The captions for a network, in the order in which they are offered. */
export function captionsFor<Choice extends CaptionChoice>(
  captions: readonly Choice[],
  network: NetworkId,
): Choice[] {
  return captions.filter((caption) => caption.network === null || caption.network === network);
}
