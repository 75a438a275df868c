import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";

/** The answers that `server` is working on, now and later. */
export function answersInHand(server: Server): Set<ServerResponse> {
  const inHand = new Set<ServerResponse>();
  server.on("request", (_request, response) => {
    inHand.add(response);
    response.once("close", () => inHand.delete(response));
  });
  return inHand;
}

/**
 * Waits for the answers in hand and for `work`, but no longer than `milliseconds`. The listener stays open meanwhile,
 * so that a load balancer that asks for readiness is answered and not refused.
 * @returns whether everything was finished
 */
export function finish(
  inHand: Set<ServerResponse>,
  work: Promise<unknown>[],
  milliseconds = 10_000,
): Promise<boolean> {
  const answers = [...inHand].map((response) => once(response, "close"));
  const everything = Promise.allSettled([...answers, ...work]).then(() => true);
  return Promise.race([everything, wait(milliseconds, false)]);
}
