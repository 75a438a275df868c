import type { clickExclusion } from "#db/enums.ts";
import type { HitKind } from "./hit-kind.ts";

/** Why a human hit cannot count. */
export type Exclusion = (typeof clickExclusion.enumValues)[number];

export type Hit = {
  linkId: string;
  visitor: string;
  kind: HitKind;
  clickedAt: Date;
  exclusion?: Exclusion | null;
};

/** The hits that count: the first human one per link, visitor and UTC hour, of those that nothing speaks against. */
export function countedHits<AnyHit extends Hit>(hits: readonly AnyHit[]): AnyHit[] {
  const first = new Map<string, AnyHit>();
  for (const hit of hits) {
    if (hit.kind !== "human" || hit.exclusion) continue;
    const key = `${hit.linkId} ${hit.visitor} ${hourOf(hit.clickedAt).getTime()}`;
    const earlier = first.get(key);
    if (!earlier || hit.clickedAt < earlier.clickedAt) first.set(key, hit);
  }
  return [...first.values()];
}

export const countHits = (hits: readonly Hit[]): number => countedHits(hits).length;

/** A moment cut to its UTC hour. */
export const hourOf = (moment: Date): Date => new Date(Math.floor(moment.getTime() / 3_600_000) * 3_600_000);
