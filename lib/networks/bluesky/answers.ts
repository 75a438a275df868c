import { z } from "zod";
import { clock } from "#lib/clock.ts";
import { askNetwork, type NetworkAnswer, readJson } from "../ask-network.ts";
import type { HeardAnswer } from "../create-answer.ts";
import type { NeedsReconnect, RetryAfter } from "../outcomes.ts";
import type { PublishOutcome, Rejection } from "../publisher.ts";
import { after, jitter, soon } from "../retry-times.ts";

type XrpcQuestion = {
  origin: string;
  /** The name of the method, such as `com.atproto.repo.getRecord`. */
  name: string;
  query?: Record<string, string | string[]>;
  token?: string;
} & ({ method: "GET" } | { method: "POST"; body?: string | Buffer; contentType?: string });

/** Asks a server of the AT protocol: https://docs.bsky.app/docs/api/at-protocol-xrpc-api */
export function askXrpc({ origin, name, query = {}, token, ...question }: XrpcQuestion) {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => [value].flat().map((one) => [key, one])),
  );
  const sent = question.method === "POST" && question.body !== undefined ? question : null;
  return askNetwork({
    method: question.method,
    url: `${origin}/xrpc/${name}${search.size > 0 ? `?${search}` : ""}`,
    headers: {
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(sent && { "Content-Type": sent.contentType ?? "application/json" }),
    },
    ...(sent?.body !== undefined && { body: sent.body }),
  });
}

const refusal = z.object({ error: z.string(), message: z.string().catch("") });

/** The error's name, and what is said of it; empty when the answer names none. */
export const readError = (answer: HeardAnswer): z.output<typeof refusal> =>
  refusal.safeParse(readJson(answer)).data ?? { error: "", message: "" };

export const isDone = (answer: NetworkAnswer): answer is HeardAnswer =>
  answer.kind === "answer" && answer.status >= 200 && answer.status < 300 && !answer.isCut;

/** Why the account may not be used, or not yet; null when the answer is about something else. */
export function readAccessRefusal(answer: HeardAnswer): NeedsReconnect | RetryAfter | null {
  if (answer.status === 429) return limitReset(answer);
  const { error, message } = readError(answer);
  // An access token that is over is 400 here, not 401.
  if (error === "ExpiredToken")
    return { kind: "needs_reconnect", reason: /revoked/i.test(message) ? "revoked" : "expired" };
  if (answer.status === 401 || /^(InvalidToken|Auth|Account(Takedown|Suspended|Deactivated))/.test(error))
    return { kind: "needs_reconnect", reason: "revoked" };
  // A firewall before the server says nothing of the member's consent.
  if (answer.status === 403) return error ? { kind: "needs_reconnect", reason: "scope" } : soon();
  return null;
}

/** What a refusal of the record or its picture means; null when the server failed, which says nothing. */
export function readRefusal(answer: HeardAnswer): Exclude<PublishOutcome, { externalId: string }> | null {
  if (answer.status < 400 || answer.status >= 500) return null;
  return readAccessRefusal(answer) ?? readRejection(answer);
}

function readRejection(answer: HeardAnswer): Rejection {
  const { error, message } = readError(answer);
  const said = `${error} ${message}`;
  if (answer.status === 413 || /blob|mime ?type|too large|\/embed/i.test(said))
    return { kind: "rejected", reason: "media" };
  if (/Record\/text must not be longer/i.test(said)) return { kind: "rejected", reason: "too_long" };
  return { kind: "rejected", reason: "content" };
}

/** `RateLimit-Reset` is in seconds since 1970. */
function limitReset({ headers }: HeardAnswer): RetryAfter {
  const now = clock.now().getTime();
  const reset = Number(headers["ratelimit-reset"]) * 1000 - now;
  const seconds = Number(headers["retry-after"]) * 1000;
  const [waitMs = 5 * 60_000] = [reset, seconds].filter((ms) => ms > 0 && ms <= 48 * 3_600_000);
  return after(waitMs + jitter(10_000));
}
