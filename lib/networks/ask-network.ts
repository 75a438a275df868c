import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { env } from "#lib/env.ts";
import { guardedTransport } from "#lib/safe-fetch/guarded-transport.ts";

export type NetworkQuestion = {
  method: "GET" | "POST" | "PUT" | "DELETE";
  url: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** From the start to the end of the answer. */
  timeoutMs?: number;
};

/**
 * What became of one request. `not_sent`: no byte of it can have arrived, so nothing came of it. `no_answer`: it may have
 * arrived, and what came of it is not known.
 */
export type NetworkAnswer =
  | { kind: "answer"; status: number; headers: IncomingHttpHeaders; text: string; isCut: boolean }
  | { kind: "not_sent"; error: Error }
  | { kind: "no_answer"; because: "timeout" | "no_answer"; error: Error };

const limitBytes = 2_000_000;

/**
 * Asks a network once: nothing is repeated and no redirect is followed, for a token would travel with it. Only https, and
 * never into a private network, but for the simulator. Never throws.
 */
export function askNetwork(question: NetworkQuestion): Promise<NetworkAnswer> {
  const url = URL.parse(question.url);
  const allowedOrigins = env.NETWORK_SIMULATOR ? [new URL(env.NETWORK_SIMULATOR).origin] : [];
  if (!url || (url.protocol !== "https:" && !allowedOrigins.includes(url.origin)))
    return Promise.resolve({ kind: "not_sent", error: new Error("not an address of a network") });
  return send(url, question, allowedOrigins);
}

function send(url: URL, question: NetworkQuestion, allowedOrigins: string[]): Promise<NetworkAnswer> {
  const { method, headers = {}, body, timeoutMs = 30_000 } = question;
  return new Promise((resolve) => {
    let mayHaveArrived = false;
    let hasTimedOut = false;
    const { request: open, agent } = guardedTransport(url, { allowedOrigins });
    const length = body === undefined ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const request = open(url, {
      method,
      agent,
      headers: { "User-Agent": "Herald", Accept: "application/json", ...length, ...headers },
    });
    const impatience = setTimeout(() => {
      hasTimedOut = true;
      request.destroy(new Error(`no answer in ${timeoutMs} ms`));
    }, timeoutMs);
    request.on("socket", (socket) =>
      // From here on Node may write: what fails before was never sent.
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => {
        mayHaveArrived = true;
      }),
    );
    request.on("close", () => clearTimeout(impatience));
    request.on("error", (error) =>
      resolve(
        mayHaveArrived
          ? { kind: "no_answer", because: hasTimedOut ? "timeout" : "no_answer", error }
          : { kind: "not_sent", error },
      ),
    );
    request.on("response", (response) => void readAnswer(response).then(resolve));
    request.end(body);
  });
}

/** What there is of the answer. Its status was heard, so a body that breaks off is still an answer. */
function readAnswer(response: IncomingMessage): Promise<NetworkAnswer> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    const finish = (isCut: boolean) =>
      resolve({
        kind: "answer",
        status: response.statusCode ?? 0,
        headers: response.headers,
        text: Buffer.concat(chunks).toString("utf8"),
        isCut,
      });
    response.on("data", (chunk: Buffer) => {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) response.destroy();
      else chunks.push(chunk);
    });
    response.on("error", () => finish(true));
    response.on("close", () => finish(!response.complete));
  });
}

/** The answer's body as JSON, without characters that a database cannot keep; null when it is none. */
export function readJson(answer: { text: string }): unknown {
  try {
    return JSON.parse(answer.text, (_, value: unknown) =>
      typeof value === "string" ? storable(value) : value,
    );
  } catch {
    return null;
  }
}

/** A text as Postgres takes it: no NUL, no half of a character. */
export const storable = (text: string): string => text.replaceAll("\0", "").toWellFormed();
