import type { ClickSums } from "./schemas.ts";

const kinds = ["counted", "repeated", "own", "limited", "bots", "prefetches"] as const;

export const noClicks: Readonly<ClickSums> = {
  counted: 0,
  repeated: 0,
  own: 0,
  limited: 0,
  bots: 0,
  prefetches: 0,
};

export function addUp(all: readonly ClickSums[]): ClickSums {
  const sums = { ...noClicks };
  for (const each of all) for (const kind of kinds) sums[kind] += each[kind];
  return sums;
}
