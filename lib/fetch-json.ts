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

/** Reads one of our own route handlers in the browser. Throws ReadError, whose message may be shown. */
export async function fetchJson<Value>(path: string, signal?: AbortSignal): Promise<Value> {
  const response = await fetch(path, {
    headers: { accept: "application/json" },
    ...(signal ? { signal } : {}),
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Value;
  throw new ReadError(
    isFailure(body)
      ? body
      : { code: "unavailable", message: "The server did not answer. Try again in a moment." },
  );
}

const isFailure = (body: unknown): body is Failure =>
  typeof body === "object" && body !== null && "message" in body;
