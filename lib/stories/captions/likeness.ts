import { likenessOf, ownWordsLimit, trigramsOf } from "#lib/shares/similarity.ts";
import type { CaptionInput } from "./schemas.ts";

/** By their places in the list: the earlier one first. */
export type AlikePair = { one: number; other: number; likeness: number };

/** Which captions say nearly the same where colleagues would be seen side by side: what each adds is then little. */
export function findAlike(captions: readonly Pick<CaptionInput, "network" | "text">[]): AlikePair[] {
  const trigrams = captions.map(({ text }) => trigramsOf(text));
  return captions.flatMap((later, other) =>
    captions.slice(0, other).flatMap((earlier, one) => {
      const canMeet = !earlier.network || !later.network || earlier.network === later.network;
      const likeness = canMeet ? likenessOf(trigrams[one] ?? nothing, trigrams[other] ?? nothing) : 0;
      return likeness >= ownWordsLimit ? [{ one, other, likeness }] : [];
    }),
  );
}

const nothing: ReadonlySet<string> = new Set();
