import type { IncomingMessage, ServerResponse } from "node:http";
import { linkHeaders } from "./link-headers.ts";
import { plainPage, plainPagePolicy } from "./plain-page.ts";

const pages = {
  unknown: {
    status: 404,
    title: "This link leads nowhere",
    sentence: "Part of it may have been lost on the way. Ask whoever shared it to send it again.",
  },
  expired: {
    status: 410,
    title: "This story has had its time",
    sentence: "It was shared for a while, and that while is over.",
  },
  paused: {
    status: 503,
    title: "This story is being edited",
    sentence: "It is back under this link once somebody has approved the new version.",
    retryAfter: 600,
  },
  withdrawn: {
    status: 410,
    title: "This link has been withdrawn",
    sentence: "What it led to is no longer shared.",
  },
  wrongMethod: { status: 405, title: "This is a link", sentence: "Open it in a browser to read the story." },
  unavailable: {
    status: 503,
    title: "One moment",
    sentence: "We could not open this link just now. Try again in a little while; it is still good.",
    retryAfter: 5,
  },
};

export type LinkPage = keyof typeof pages;

export function sendLinkPage(request: IncomingMessage, response: ServerResponse, name: LinkPage): void {
  const page: { status: number; title: string; sentence: string; retryAfter?: number } = pages[name];
  sendHtml(request, response, page.status, plainPage(page.title, page.sentence), {
    ...(page.retryAfter && { "Retry-After": `${page.retryAfter}` }),
    ...(page.status === 405 && { Allow: "GET, HEAD" }),
  });
}

export function sendHtml(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...linkHeaders,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Content-Security-Policy": plainPagePolicy,
    ...headers,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
