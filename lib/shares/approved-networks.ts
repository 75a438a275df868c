import { DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds, networks } from "#lib/networks/networks.ts";

/** What a story may be shared to, in the usual order. `approved` is as its reviewer left it: null means every network. */
export const listApproved = (approved: readonly NetworkId[] | null): NetworkId[] =>
  networkIds.filter((id) => isApproved(approved, id));

export const isApproved = (approved: readonly NetworkId[] | null, network: NetworkId): boolean =>
  approved === null || approved.includes(network);

/** Throws a sentence that says where the story may go instead. */
export function assertApproved(
  { approvedNetworks }: { approvedNetworks: NetworkId[] | null },
  network: NetworkId,
): void {
  if (isApproved(approvedNetworks, network)) return;
  const others = listApproved(approvedNetworks).map((id) => networks[id].name);
  const instead = others.length > 0 ? ` It is for ${list.format(others)}.` : "";
  throw new DomainError("invalid", `This story was not approved for ${networks[network].name}.${instead}`);
}

const list = new Intl.ListFormat("en-GB", { type: "conjunction" });
