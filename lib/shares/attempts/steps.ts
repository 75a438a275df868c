import { networks } from "#lib/networks/networks.ts";
import type { ShareRow } from "../queries.ts";
import type { Steps } from "./schemas.ts";

type Facts = Pick<ShareRow, "state" | "reason" | "network"> & {
  /** Whether something with these words may have left once. */
  isTextFixed: boolean;
  /** The connection is there and the network takes it. */
  isConnected: boolean;
  /** What asking the network bills. */
  resolveMicros: number;
};

/** What a member can do with a share that Herald publishes. */
export function stepsOf({ state, reason, network, isTextFixed, isConnected, resolveMicros }: Facts): Steps {
  const isOpen = state === "scheduled" || state === "failed";
  const { connecting } = networks[network];
  return {
    move: isOpen,
    edit: isOpen && !isTextFixed,
    cancel: isOpen,
    publishAgain: state === "failed" && isConnected && reason !== "switched_off",
    reconnect: isOpen && !isConnected,
    resolve:
      state === "unknown" && connecting
        ? {
            advice: connecting.unknown.advice,
            ask: isConnected ? connecting.unknown.canAsk : null,
            askMicros: resolveMicros,
          }
        : null,
  };
}
