import type { Failure } from "#lib/failure.ts";

/** What a route handler refused, with its sentence. */
export class ReadError extends Error {
  override readonly name = "ReadError";
  readonly code: Failure["code"];

  constructor({ code, message }: Pick<Failure, "code" | "message">) {
    super(message);
    this.code = code;
  }
}

/**
 * Reads one of our own route handlers in the browser. Throws ReadError, whose message may be shown. A question that is too
 * long for an address, or too private for a log of addresses, is sent as `body`.
 */
export async function fetchJson<Value>(path: string, signal?: AbortSignal, body?: unknown): Promise<Value> {
  const response = await fetch(path, {
    headers: { accept: "application/json", ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as Value;
  throw new ReadError(
    isFailure(answer)
      ? answer
      : { code: "unavailable", message: "The server did not answer. Try again in a moment." },
  );
}

const isFailure = (answer: unknown): answer is Failure =>
  typeof answer === "object" && answer !== null && "message" in answer;
