export const errorCodes = [
  "not_found",
  "forbidden",
  "conflict",
  "invalid",
  "limit_reached",
  "unavailable",
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** What a rule or a policy refuses. The message is a sentence that may be shown to the person. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string = sentences[code]) {
    super(message);
    this.code = code;
  }
}

/** Herald cannot run as it was started. The message is a sentence for the operator that names what to change. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** Turns a policy's answer into `forbidden`. */
export function assertCan(allowed: boolean, message?: string): asserts allowed {
  if (!allowed) throw new DomainError("forbidden", message);
}

const sentences: Record<ErrorCode, string> = {
  not_found: "We could not find that. It may have been removed, or it belongs to somebody else.",
  forbidden: "Your role does not allow this.",
  conflict: "Somebody else changed this first. Look at the new version and try again.",
  invalid: "Something in what you entered does not fit.",
  limit_reached: "That is more than is allowed just now. Try again a little later.",
  unavailable: "This is not available right now. Try again in a moment.",
};
