import type { NeedsReconnect, RetryAfter } from "#lib/networks/outcomes.ts";
import { type ConnectionStatus, reasonOf } from "../state.ts";

/** Seconds before the end of an access token in which the next one is asked for. */
const refreshMs = 5 * 60_000;

type Standing = {
  status: ConnectionStatus;
  pausedUntil: Date | null;
  hasTokens: boolean;
  /** It was made with the simulator and the network is the real one now, or the other way round. */
  isOfAnotherWorld: boolean;
};

/** Why a connection cannot be used as it stands; null when it can. */
export function refusalOf(standing: Standing, now: Date): NeedsReconnect | RetryAfter | null {
  const { status, pausedUntil, hasTokens, isOfAnotherWorld } = standing;
  if (status !== "ok") return { kind: "needs_reconnect", reason: reasonOf[status] };
  if (!hasTokens) return { kind: "needs_reconnect", reason: "revoked" };
  if (isOfAnotherWorld) return { kind: "needs_reconnect", reason: "expired" };
  if (pausedUntil && pausedUntil > now) return { kind: "retry_after", at: pausedUntil };
  return null;
}

export const isNearItsEnd = (expiresAt: Date | null, now: Date): boolean =>
  expiresAt !== null && expiresAt.getTime() - now.getTime() < refreshMs;

/** Whether an access token still holds long enough for a request or two. */
export const stillHolds = (expiresAt: Date | null, now: Date): boolean =>
  expiresAt === null || expiresAt.getTime() - now.getTime() > 30_000;
