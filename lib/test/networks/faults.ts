import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "./call.ts";
import type { Provider } from "./provider.ts";

export type Effect =
  /** This answer instead. With `processed` the call is processed first, as by a server that failed afterwards. */
  | { kind: "status"; status: number; body?: unknown; headers?: Record<string, string>; processed?: boolean }
  /** A gateway's page. */
  | { kind: "html_502"; processed?: boolean }
  /** Processed at once, answered later. */
  | { kind: "delay_ms"; ms: number }
  /** The connection is closed and nothing was processed. */
  | { kind: "drop_before" }
  /** Processed fully, then the connection is closed without an answer. */
  | { kind: "drop_after" }
  /** The first half of the body, as if it were all. */
  | { kind: "truncate_body" }
  /** Processed, then the body comes byte by byte over so long. */
  | { kind: "slow_drip"; ms: number };

export type Match = {
  provider?: Provider;
  method?: string;
  /** The beginning of the path, or a regular expression when it starts with `^`. */
  path?: string;
  /** Whose token or password the call carries. */
  account?: string;
};

export type Script = {
  match?: Match;
  /** How many calls it meets; once by default, 0 means every one until the reset. */
  times?: number;
  /** How likely it is to meet a call that matches, from 0 to 1. The luck is the same after each reset. */
  chance?: number;
  effect: Effect;
};

export type QueuedFault = { match: Match; left: number; chance: number; effect: Effect };

export const queueFault = ({ match = {}, times = 1, chance = 1, effect }: Script): QueuedFault => ({
  match,
  left: times === 0 ? Number.POSITIVE_INFINITY : times,
  chance,
  effect,
});

type Target = { provider: Provider; method: string; path: string; account: string | null };

/** The first queued fault that matches, used up by one. */
export function takeFault(queue: QueuedFault[], call: Target, luck: () => number): Effect | null {
  const fault = queue.find(
    ({ match, left, chance }) => left > 0 && matches(match, call) && (chance === 1 || luck() < chance),
  );
  if (!fault) return null;
  fault.left -= 1;
  return fault.effect;
}

const matches = (match: Match, call: Target): boolean =>
  (match.provider === undefined || match.provider === call.provider) &&
  (match.method === undefined || match.method.toUpperCase() === call.method) &&
  (match.account === undefined || match.account === call.account) &&
  (match.path === undefined ||
    (match.path.startsWith("^") ? new RegExp(match.path).test(call.path) : call.path.startsWith(match.path)));

export const gatewayPage: Answer = {
  status: 502,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>",
};

/** Whether the provider gets to see the call. */
export const isProcessed = (effect: Effect | null): boolean =>
  effect === null ||
  (effect.kind === "status" || effect.kind === "html_502"
    ? (effect.processed ?? false)
    : effect.kind !== "drop_before");

/** Answers as the effect says; the status that went out, or null when the connection was dropped. */
export async function deliver(
  response: ServerResponse,
  answer: Answer,
  effect: Effect | null,
): Promise<number | null> {
  if (effect?.kind === "drop_before" || effect?.kind === "drop_after") {
    response.destroy();
    return null;
  }
  if (effect?.kind === "delay_ms") await waitWith(response, effect.ms);
  const sent = changed(answer, effect);
  const body = Buffer.from(sent.body ?? "");
  response.writeHead(sent.status, { ...sent.headers, ...lengthOf(sent, body, effect) });
  if (effect?.kind === "slow_drip") await drip(response, body, effect.ms);
  response.end(effect?.kind === "slow_drip" ? undefined : body);
  return sent.status;
}

function changed(answer: Answer, effect: Effect | null): Answer {
  if (effect?.kind === "html_502") return gatewayPage;
  if (effect?.kind === "truncate_body") {
    const body = Buffer.from(answer.body ?? "");
    return { ...answer, body: body.subarray(0, Math.floor(body.length / 2)) };
  }
  if (effect?.kind !== "status") return answer;
  const { status, body = "", headers } = effect;
  const isText = typeof body === "string";
  const type = isText ? "text/plain; charset=utf-8" : "application/json; charset=utf-8";
  return {
    status,
    headers: { "content-type": type, ...headers },
    body: isText ? body : JSON.stringify(body),
  };
}

const lengthOf = (answer: Answer, body: Buffer, effect: Effect | null): Record<string, string> =>
  answer.status === 204 || effect?.kind === "slow_drip" ? {} : { "content-length": String(body.length) };

async function drip(response: ServerResponse, body: Buffer, ms: number): Promise<void> {
  response.flushHeaders();
  const steps = 20;
  const size = Math.ceil(body.length / steps);
  for (let step = 0; step < steps && !response.destroyed; step++) {
    response.write(body.subarray(step * size, (step + 1) * size));
    await waitWith(response, ms / steps);
  }
}

/** Not longer than the client waits. */
async function waitWith(response: ServerResponse, ms: number): Promise<void> {
  const left = new AbortController();
  const leave = () => left.abort();
  response.once("close", leave);
  await wait(ms, undefined, { signal: left.signal }).catch(() => {});
  response.off("close", leave);
}
