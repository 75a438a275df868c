import { z } from "zod";
import { clock } from "#lib/clock.ts";
import { askNetwork, type NetworkAnswer, type NetworkQuestion, readJson } from "../ask-network.ts";
import type { HeardAnswer } from "../create-answer.ts";
import type { NeedsReconnect, RetryAfter } from "../outcomes.ts";
import type { Rejection } from "../publisher.ts";
import { after, jitter, soon } from "../retry-times.ts";

type Question = Omit<NetworkQuestion, "url"> & { origin: string; path: string; token?: string };

/** Asks a Mastodon server: https://docs.joinmastodon.org/client/intro/ */
export function askMastodon({ origin, path, token, headers, ...question }: Question): Promise<NetworkAnswer> {
  return askNetwork({
    ...question,
    url: `${origin}${path}`,
    headers: {
      // What it refuses is said in the reader's language, and is read here.
      "Accept-Language": "en",
      ...(typeof question.body === "string" && { "Content-Type": "application/json" }),
      ...headers,
      ...(token && { Authorization: `Bearer ${token}` }),
    },
  });
}

export const isDone = (answer: NetworkAnswer): answer is HeardAnswer =>
  answer.kind === "answer" && answer.status >= 200 && answer.status < 300 && !answer.isCut;

const refusal = z.object({ error: z.string() });

/** What the server says is wrong; empty when it does not. */
export const readError = (answer: HeardAnswer): string =>
  refusal.safeParse(readJson(answer)).data?.error ?? "";

/** Why the account may not be used, or not yet; null when the answer is about something else. */
export function readAccessRefusal(answer: HeardAnswer): NeedsReconnect | RetryAfter | null {
  if (answer.status === 429) return limitReset(answer);
  if (answer.status === 401) return { kind: "needs_reconnect", reason: "revoked" };
  if (answer.status !== 403) return null;
  const error = readError(answer);
  // A firewall before the server says nothing of the member's consent.
  if (!error) return soon();
  const isScope = /scope/i.test(error);
  return { kind: "needs_reconnect", reason: isScope ? "scope" : "revoked" };
}

/** What a refusal means; null when the server failed, which says nothing. */
export function readRefusal(answer: HeardAnswer): Rejection | NeedsReconnect | RetryAfter | null {
  if (answer.status < 400 || answer.status >= 500) return null;
  return readAccessRefusal(answer) ?? { kind: "rejected", reason: reasonOf(answer) };
}

function reasonOf(answer: HeardAnswer): Rejection["reason"] {
  const error = readError(answer);
  if (/character limit|too long/i.test(error)) return "too_long";
  return answer.status === 413 || /media|attach|file/i.test(error) ? "media" : "content";
}

/** `X-RateLimit-Reset` is a date in words here, not a number. */
function limitReset({ headers }: HeardAnswer): RetryAfter {
  const reset = new Date(String(headers["x-ratelimit-reset"])).getTime() - clock.now().getTime();
  const waitMs = reset > 0 && reset <= 24 * 3_600_000 ? reset : 5 * 60_000;
  return after(waitMs + jitter(10_000));
}
