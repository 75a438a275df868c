import type { IncomingHttpHeaders } from "node:http";
import { clock } from "#lib/clock.ts";
import type { Access } from "../account.ts";
import { answerDetail } from "../answer-detail.ts";
import type { AppBlock, NeedsReconnect, RetryAfter } from "../outcomes.ts";
import type { Rejection } from "../publisher.ts";
import { after, jitter } from "../retry-times.ts";
import { readProblem, type XProblem } from "./errors.ts";

type Refusal = Rejection | NeedsReconnect | AppBlock | RetryAfter;
type Refused = { status: number; text: string; headers: IncomingHttpHeaders };

/**
 * Why X did not do what it was asked. Null when the answer is no refusal: it may have been done. `scopes` are what the call
 * needs. https://docs.x.com/x-api/fundamentals/response-codes-and-errors; 402 is not on that page.
 */
export function readRefusal(
  answer: Refused,
  { grantedScopes }: Pick<Access, "grantedScopes">,
  scopes: readonly string[],
): Refusal | null {
  const { status } = answer;
  if (status < 400 || status === 408 || status >= 500) return null;
  const problem = readProblem(answer);
  const detail = answerDetail(problem.words || answer.text) ?? undefined;
  if (status === 402 || problem.type === "credits" || isUsageCapped(problem))
    return { kind: "app_blocked", reason: "credits", detail };
  if (status === 401) return { kind: "needs_reconnect", reason: "expired" };
  if (status === 429) return whenAllowed(answer.headers);
  if (status === 413) return { kind: "rejected", reason: "too_long" };
  if (status !== 403) return { kind: "rejected", reason: "content" };
  return readForbidden(
    problem,
    detail,
    scopes.every((scope) => grantedScopes.includes(scope)),
  );
}

/** 403 is X's answer to nearly everything: how it is worded decides. */
function readForbidden(problem: XProblem, detail: string | undefined, isAllowed: boolean): Refusal {
  if (/duplicate content/i.test(problem.words)) return { kind: "rejected", reason: "duplicate" };
  if (problem.type === "user-suspended" || /\bsuspended\b/i.test(problem.words))
    return { kind: "needs_reconnect", reason: "revoked" };
  if (/^(unsupported-authentication|client-forbidden|oauth1-permissions)$/.test(problem.type))
    return { kind: "app_blocked", reason: "product", detail };
  if (!isAllowed) return { kind: "needs_reconnect", reason: "scope" };
  return { kind: "rejected", reason: "content" };
}

const isUsageCapped = ({ type, title }: XProblem): boolean =>
  type === "usage-capped" || title === "UsageCapExceeded";

const minute = 60_000;

/**
 * When the last of the windows that are used up begins anew: fifteen minutes, or the day of the member or of the app.
 * https://docs.x.com/x-api/fundamentals/rate-limits
 */
export function whenAllowed(headers: IncomingHttpHeaders): RetryAfter {
  const now = clock.now().getTime();
  const waits = ["x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour"]
    .filter((name) => headers[`${name}-remaining`] === "0")
    .map((name) => Number(headers[`${name}-reset`]) * 1000 - now)
    .filter((wait) => wait > 0);
  return after((waits.length > 0 ? Math.max(...waits) : 15 * minute) + 1_000 + jitter(minute));
}
