import { networks } from "#lib/networks/networks.ts";
import type { ShareRow } from "../queries.ts";
import type { Steps } from "./schemas.ts";

type Facts = Pick<ShareRow, "state" | "reason" | "network"> & {
  /** Whether something with these words may have left once. */
  isTextFixed: boolean;
  /** The connection is there and the network takes it. */
  isConnected: boolean;
  /** Whether what is set aside for the month covers another post. */
  coversPost: boolean;
  /** What asking the network bills. */
  resolveMicros: number;
};

/** What a member can do with a share that Herald publishes. */
export function stepsOf({ state, reason, network, isTextFixed, isConnected, ...costs }: Facts): Steps {
  const hasFailed = state === "failed";
  const byHand = hasFailed && (reason === "switched_off" || (reason === "over_cap" && !costs.coversPost));
  const isOpen = state === "scheduled" || (hasFailed && !byHand);
  const { connecting } = networks[network];
  return {
    move: isOpen && (isConnected || !hasFailed),
    edit: isOpen && !isTextFixed,
    cancel: isOpen || hasFailed,
    publishAgain: isOpen && hasFailed && isConnected,
    byHand,
    reconnect: isOpen && !isConnected,
    resolve:
      state === "unknown" && connecting
        ? {
            advice: connecting.unknown.advice,
            ask: isConnected ? connecting.unknown.ask : null,
            askMicros: costs.resolveMicros,
          }
        : null,
  };
}
