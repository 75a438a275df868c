import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import {
  contentSecurityPolicy,
  type EdgeSettings,
  isPage,
  isPrivateLink,
  privateLinkHeaders,
  securityHeaders,
} from "#lib/edge-headers.ts";
import { cleanRequest } from "#lib/edge-request.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * What every request passes before anything else sees it.
 * @returns whether the request was answered here
 */
export function passEdge(
  request: IncomingMessage,
  response: ServerResponse,
  settings: EdgeSettings & { proxies: number },
): boolean {
  const nonce = randomBytes(16).toString("base64");
  const policy = contentSecurityPolicy(nonce, settings);
  const askedHost = request.headers.host;
  request.url = originForm(request.url ?? "/");
  cleanRequest(request, { ...settings, nonce, policy });
  for (const [name, value] of Object.entries(securityHeaders(policy, settings)))
    response.setHeader(name, value);
  if (isPrivateLink(pathnameOf(request)))
    for (const [name, value] of Object.entries(privateLinkHeaders)) response.setHeader(name, value);
  if (isPage(pathnameOf(request))) response.setHeader("Cache-Control", "no-store");

  if (request.method === "TRACE" || request.method === "CONNECT") {
    response.writeHead(405, { Allow: "GET, HEAD, POST" }).end();
    return true;
  }
  if (isOtherLoopbackName(request, askedHost, settings.publicUrl)) {
    response.writeHead(307, { Location: settings.publicUrl + request.url }).end();
    return true;
  }
  return false;
}

/** The path that is asked for, without the query. */
export const pathnameOf = (request: IncomingMessage): string => request.url?.split("?", 1)[0] ?? "/";

/** `localhost` and `127.0.0.1` do not share cookies: whoever opens the other name could not stay signed in. */
function isOtherLoopbackName(request: IncomingMessage, askedHost: string | undefined, publicUrl: string) {
  if (request.method !== "GET" || !askedHost || !URL.canParse(`http://${askedHost}`)) return false;
  const wanted = new URL(publicUrl);
  const asked = new URL(`${wanted.protocol}//${askedHost}`);
  return (
    asked.host !== wanted.host &&
    asked.port === wanted.port &&
    loopback.has(asked.hostname) &&
    loopback.has(wanted.hostname)
  );
}

/** A request line may hold a whole address (`GET http://evil.test/ HTTP/1.1`); only its path and query are ours. */
export function originForm(address: string): string {
  if (address.startsWith("/")) return address;
  if (!URL.canParse(address)) return "/";
  const { pathname, search } = new URL(address);
  return pathname + search;
}
