import type { lookup } from "node:dns";
import type { IncomingMessage } from "node:http";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { parseAddress } from "./address.ts";
import { guardedTransport, isFilteredOut } from "./guarded-transport.ts";
import { readBody } from "./read-body.ts";
import { refusals } from "./refusals.ts";

type Kind = { what: string; types: readonly string[]; limitBytes: number; agent: string };

const kinds = {
  page: {
    what: "a web page",
    types: ["text/html", "application/xhtml+xml"],
    limitBytes: 5_000_000,
    agent: "Herald (link preview)",
  },
  image: {
    what: "an image that we can read",
    types: ["image/jpeg", "image/png", "image/webp", "image/gif"],
    limitBytes: 10_000_000,
    agent: "Herald (link preview)",
  },
  /** A page counts, too: many a feed says that it is one, and a site's page leads to its feeds. */
  feed: {
    what: "a feed",
    types: [
      "application/rss+xml",
      "application/atom+xml",
      "application/rdf+xml",
      "application/feed+json",
      "application/xml",
      "text/xml",
      "application/json",
      "application/xhtml+xml",
      "text/html",
      "text/plain",
      "application/octet-stream",
      "",
    ],
    limitBytes: 10_000_000,
    agent: "Herald (feed reader)",
  },
} as const satisfies Record<string, Kind>;

export type Fetched = {
  /** Where the last redirect led. */
  url: string;
  contentType: string;
  body: Buffer;
  /** Whether the site says that it is still what `since` names; the body is empty then. */
  isUnchanged?: true;
  etag?: string | undefined;
  lastModified?: string | undefined;
};

/** What an earlier answer called itself. */
type Since = { etag: string | null; lastModified: string | null };

export type SafeFetchOptions = {
  connectMs: number;
  totalMs: number;
  maxRedirects: number;
  allowedOrigins: readonly string[];
  lookup: typeof lookup | undefined;
  since: Since;
};

const defaults: SafeFetchOptions = {
  connectMs: 5_000,
  totalMs: 10_000,
  maxRedirects: 5,
  allowedOrigins: env.FETCH_ALLOW_ORIGINS,
  lookup: undefined,
  since: { etag: null, lastModified: null },
};

/**
 * The one way to fetch an address that somebody gave us. It never reaches into a private network, whatever the address
 * is written like, redirects to or resolves to: the check is made on the IP of each connection. Throws a DomainError
 * whose sentence may be shown.
 */
export async function safeFetch(
  address: string,
  kind: keyof typeof kinds,
  overrides: Partial<SafeFetchOptions> = {},
): Promise<Fetched> {
  const options = { ...defaults, ...overrides };
  const signal = AbortSignal.timeout(options.totalMs);
  let url = parseAddress(address, options.allowedOrigins);
  for (let redirects = 0; redirects <= options.maxRedirects; redirects++) {
    const answer = await ask(url, kinds[kind], options, signal);
    if ("body" in answer) return answer;
    url = parseAddress(answer.location, options.allowedOrigins);
  }
  throw refusals.tooManyRedirects(options.maxRedirects);
}

/** Said at start: with an allow-list, the guard has a hole that somebody asked for. */
export function warnOfAllowedOrigins(): void {
  if (env.FETCH_ALLOW_ORIGINS.length > 0)
    log.warn(
      { origins: env.FETCH_ALLOW_ORIGINS },
      "FETCH_ALLOW_ORIGINS is set: these private addresses can be fetched. It is meant for tests only.",
    );
}

async function ask(
  url: URL,
  kind: Kind,
  options: SafeFetchOptions,
  signal: AbortSignal,
): Promise<Fetched | { location: string }> {
  try {
    const response = await connect(url, kind, options, signal);
    try {
      return await readAnswer(url, response, kind, options);
    } finally {
      response.destroy();
    }
  } catch (error) {
    throw explain(error, url, signal);
  }
}

async function readAnswer(
  url: URL,
  response: IncomingMessage,
  kind: Kind,
  { since }: SafeFetchOptions,
): Promise<Fetched | { location: string }> {
  const status = response.statusCode ?? 0;
  const location = response.headers.location;
  if ([301, 302, 303, 307, 308].includes(status) && location) {
    const next = URL.parse(location, url);
    if (!next) throw refusals.notAnAddress();
    return { location: next.href };
  }
  const contentType = response.headers["content-type"] ?? "";
  const { etag, "last-modified": lastModified } = response.headers;
  const answer = { url: url.href, contentType, etag, lastModified };
  if (status === 304 && (since.etag || since.lastModified))
    return { ...answer, body: Buffer.alloc(0), isUnchanged: true };
  if (status !== 200) throw refusals.status(status, response.headers["retry-after"]);
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (!kind.types.includes(type)) throw refusals.wrongType(kind.what, type);
  return { ...answer, body: await readBody(response, kind.limitBytes) };
}

function connect(
  url: URL,
  kind: Kind,
  options: SafeFetchOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const { request: send, agent } = guardedTransport(url, options);
    const request = send(url, {
      agent,
      signal,
      headers: {
        "User-Agent": kind.agent,
        Accept: kind.types.filter(Boolean).join(", "),
        "Accept-Encoding": "gzip, deflate, br",
        ...(options.since.etag && { "If-None-Match": options.since.etag }),
        ...(options.since.lastModified && { "If-Modified-Since": options.since.lastModified }),
      },
    });
    const impatience = setTimeout(() => request.destroy(refusals.timedOut()), options.connectMs);
    request.on("socket", (socket) =>
      socket.once(url.protocol === "https:" ? "secureConnect" : "connect", () => clearTimeout(impatience)),
    );
    request.on("close", () => clearTimeout(impatience));
    request.on("error", reject);
    request.on("response", resolve);
    request.end();
  });
}

function explain(error: unknown, url: URL, signal: AbortSignal): DomainError {
  if (error instanceof DomainError) return error;
  if (signal.aborted) return refusals.timedOut();
  if (!(error instanceof Error)) return refusals.unreachable();
  if (isFilteredOut(error)) return refusals.privateAddress();
  const code = "code" in error ? String(error.code) : "";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return refusals.unknownHost(url.hostname);
  if (code === "ETIMEDOUT") return refusals.timedOut();
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code)) return refusals.certificate();
  return refusals.unreachable();
}
