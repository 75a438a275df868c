import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

export type Call = {
  method: string;
  url: URL;
  /** As it was sent, percent-encoded. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
};

export type Answer = { status: number; headers?: Record<string, string>; body?: string | Buffer };

/** Thrown anywhere in a provider: this is what it answers instead. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

const maxBodyBytes = 60_000_000;

export async function readCall(request: IncomingMessage, origin: string): Promise<Call> {
  const url = new URL(request.url ?? "/", origin);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new Refusal(json(413, { error: "Payload too large" }));
    chunks.push(chunk);
  }
  return {
    method: request.method ?? "GET",
    url,
    path: url.pathname,
    query: url.searchParams,
    headers: request.headers,
    body: Buffer.concat(chunks),
  };
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { "content-type": "application/json; charset=utf-8", ...headers },
  body: JSON.stringify(body),
});

export const html = (status: number, body: string): Answer => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  body,
});

export const redirect = (location: string): Answer => ({ status: 302, headers: { location } });

export const bearerOf = (call: Call): string | null =>
  /^Bearer (\S+)$/i.exec(call.headers.authorization ?? "")?.[1] ?? null;

export const typeOf = (call: Call): string =>
  (call.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";

export const formOf = (call: Call): URLSearchParams =>
  new URLSearchParams(typeOf(call) === "application/x-www-form-urlencoded" ? call.body.toString() : "");

export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The body as a JSON object, or null when it is anything else. */
export function objectOf(call: Call): JsonObject | null {
  if (typeOf(call) !== "application/json") return null;
  try {
    const value: unknown = JSON.parse(call.body.toString());
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

export const multipartOf = (call: Call): Promise<FormData> =>
  new Response(new Uint8Array(call.body), {
    headers: { "content-type": call.headers["content-type"] ?? "" },
  }).formData();
