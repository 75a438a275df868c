import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds } from "#lib/networks/networks.ts";

/** How many of the networks stand in sight on a phone. */
const inSight = 4;

export type NearNetworks = {
  /** What the story may be shared to. */
  allowed: NetworkId[];
  /** Where the member most likely goes. */
  first: NetworkId;
  /** What is in sight at once, in the usual order; the others are a press away. */
  near: NetworkId[];
};

/** What a member is offered first: where they are connected, then where they share most, then the usual ones. */
export function chooseNear(
  connected: readonly NetworkId[],
  mostUsed: readonly NetworkId[],
  allowed: readonly NetworkId[] = networkIds,
): NearNetworks {
  const used = [...mostUsed, ...networkIds].filter((id) => allowed.includes(id));
  const order = [...used.filter((id) => connected.includes(id)), ...used];
  const near = new Set([...new Set(order)].slice(0, inSight));
  return {
    allowed: [...allowed],
    first: order[0] ?? "linkedin",
    near: networkIds.filter((id) => near.has(id)),
  };
}
