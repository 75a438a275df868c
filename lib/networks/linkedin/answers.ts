import type { Access } from "../account.ts";
import { answerDetail } from "../answer-detail.ts";
import type { AppBlock, NeedsReconnect, RetryAfter } from "../outcomes.ts";
import type { Rejection } from "../publisher.ts";
import { after, jitter, nextUtcDay, soon } from "../retry-times.ts";
import { isDuplicate, urnIn } from "./duplicate.ts";
import { type LinkedInError, readError } from "./errors.ts";
import { postUrl } from "./post-url.ts";

type Refusal = Rejection | NeedsReconnect | AppBlock | RetryAfter;
type Refused = { status: number; text: string };

/**
 * Why LinkedIn did not do what it was asked. Null when the answer is no refusal: it may have been done.
 * `scope` is what the call needs.
 */
export function readRefusal(
  answer: Refused,
  { grantedScopes }: Pick<Access, "grantedScopes">,
  scope = "w_member_social",
): Refusal | null {
  const { status } = answer;
  if (status < 400 || status === 408 || status >= 500) return null;
  const error = readError(answer);
  const has = (pattern: RegExp) => error.codes.some((code) => pattern.test(code));
  const detail = answerDetail(error.message || answer.text) ?? undefined;

  if (isDuplicate(answer)) return duplicateOf(answer.text);
  if (status === 426 || has(/^(NONEXISTENT_VERSION|VERSION_MISSING)$/))
    return { kind: "app_blocked", reason: "version", detail };
  if (status === 401) return { kind: "needs_reconnect", reason: tokenProblem(error) };
  if (status === 403)
    // Where the member allowed it, it is the app that may not.
    return grantedScopes.includes(scope)
      ? { kind: "app_blocked", reason: "product", detail }
      : { kind: "needs_reconnect", reason: "scope" };
  // Daily quotas, of the member or of the app; neither how much is left nor when it comes back is in the answer.
  if (status === 429) return nextUtcDay();
  // Something else wrote at the same time. LinkedIn advises to send it once more.
  if (status === 409) return after(5_000 + jitter(5_000));
  if (has(/^(MEDIA_ASSET_(WAITING_UPLOAD|PROCESSING)|EXPIRED_UPLOAD_URL)$/)) return soon();
  if (status === 415 || has(/^MEDIA_ASSET_/)) return { kind: "rejected", reason: "media" };
  if (status === 413 || has(/^FIELD_LENGTH_TOO_LONG$/)) return { kind: "rejected", reason: "too_long" };
  return { kind: "rejected", reason: "content" };
}

/** By the words, and by the number only where there are none. */
export function tokenProblem({ codes, number, message }: LinkedInError): "expired" | "revoked" {
  if (codes.some((code) => /EXPIRED/.test(code))) return "expired";
  if (codes.some((code) => /REVOKED|INVALID/.test(code))) return "revoked";
  return /expired/i.test(message) || number === 65602 ? "expired" : "revoked";
}

function duplicateOf(text: string): Rejection {
  const urn = urnIn(text);
  return { kind: "rejected", reason: "duplicate", ...(urn && { url: postUrl(urn) }) };
}
