import type { connectionStatus } from "#db/enums.ts";
import type { NeedsReconnect } from "#lib/networks/outcomes.ts";

export type ConnectionStatus = (typeof connectionStatus.enumValues)[number];

/** What a member sees: `expiring` is ok for a while yet. */
export type ConnectionState = Exclude<ConnectionStatus, "disconnected"> | "expiring";

/** From so many days before the end on the member is told of it. */
export const warnedDays = [14, 3] as const;

const dayMs = 86_400_000;

/** How a connection stands, of what was last heard and of when the member's consent ends (null: never). */
export function stateOf(
  status: Exclude<ConnectionStatus, "disconnected">,
  endsAt: Date | null,
  now: Date,
): ConnectionState {
  if (status !== "ok" || endsAt === null) return status;
  if (endsAt <= now) return "expired";
  return daysUntil(endsAt, now) <= warnedDays[0] ? "expiring" : "ok";
}

export const daysUntil = (end: Date, now: Date): number => (end.getTime() - now.getTime()) / dayMs;

/**
 * When the member's consent ends: with the refresh token where there is one, for it brings a new access token until then,
 * and otherwise with the access token. Null where neither ends.
 */
export function consentEnd(tokens: {
  refreshToken: unknown;
  expiresAt: Date | null;
  refreshExpiresAt: Date | null;
}): Date | null {
  return tokens.refreshToken ? tokens.refreshExpiresAt : tokens.expiresAt;
}

/** How a connection is marked after the network said so. */
export const statusAfter = {
  expired: "expired",
  revoked: "revoked",
  scope: "scope_missing",
} as const satisfies Record<NeedsReconnect["reason"], ConnectionStatus>;

/** What to tell whoever wants to use a connection that is marked. */
export const reasonOf = {
  expired: "expired",
  revoked: "revoked",
  scope_missing: "scope",
  disconnected: "revoked",
} as const satisfies Record<Exclude<ConnectionStatus, "ok">, NeedsReconnect["reason"]>;
