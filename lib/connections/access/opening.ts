import type { Access } from "#lib/networks/account.ts";
import type { Pair } from "../tokens/mutations.ts";
import type { HeldConnection } from "../tokens/queries.ts";
import { openPair } from "../tokens/sealing.ts";

/** The opened tokens, for the one call that they are needed for. Throws CannotOpen. */
export function accessOf(held: HeldConnection): Access & { refreshToken: string | null; pair: Pair } {
  const { organizationId, id, origin, subject, handle, limits, grantedScopes, connectedAt, tokens } = held;
  if (!tokens) throw new Error("a disconnected account has no tokens");
  return {
    pair: { connectionId: id, version: tokens.version },
    origin,
    subject,
    handle,
    limits: limits as Access["limits"],
    grantedScopes,
    // The first pair was used while the member came back with it.
    ...(tokens.updatedAt > connectedAt && { tokenReceivedAt: tokens.updatedAt }),
    ...openPair(organizationId, id, tokens),
  };
}
