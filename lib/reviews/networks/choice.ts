import { DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";

/** Whether two approvals are for the same networks; null is every one. */
export function isSameChoice(one: readonly NetworkId[] | null, other: readonly NetworkId[] | null): boolean {
  return [...(one ?? ["every"])].sort().join() === [...(other ?? ["every"])].sort().join();
}

/** Of several yeses each may be for some networks only: a story that none is left for would reach nobody. */
export function assertAnyNetwork(allowed: readonly NetworkId[] | null): void {
  if (allowed?.length === 0)
    throw new DomainError(
      "invalid",
      "Those who said yes before you allowed other networks only, so none would be left. Talk to them, or choose one of theirs.",
    );
}
