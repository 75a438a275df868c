import type { IncomingMessage, ServerResponse } from "node:http";
import { keepClick } from "#lib/clicks/click-log.ts";
import { hitKind } from "#lib/clicks/hit-kind.ts";
import { newClick } from "#lib/clicks/mutations.ts";
import { referrerHost } from "#lib/clicks/referrer-host.ts";
import { readAgent } from "#lib/clicks/user-agent.ts";
import { visitorOf } from "#lib/clicks/visitor.ts";
import { visitorSalt } from "#lib/clicks/visitor-salt.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { codeInPath } from "./code.ts";
import { plainPage, plainPagePolicy } from "./plain-page.ts";
import { type FoundLink, findLink } from "./queries.ts";
import { asLocation } from "./target-url.ts";

const ownHost = new URL(env.PUBLIC_URL).hostname;

/** Answers `/s/{code}` and says whether it did. The hit is stored before its redirect is sent. */
export async function answerShortLink(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const code = codeInPath(request.url);
  if (code === null) return false;
  try {
    await answer(code, request, response);
  } catch (error) {
    log.error({ err: error, code }, "short link failed");
    sendPage(request, response, "unavailable");
  }
  return true;
}

async function answer(code: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.setHeader("Allow", "GET, HEAD");
    return sendPage(request, response, "wrongMethod");
  }
  const link = await findLink(code);
  if (!link) return sendPage(request, response, "unknown");
  if (link.state !== "live") return sendPage(request, response, link.state);

  await recordHit(link, request);
  response
    .writeHead(302, { ...commonHeaders, Location: asLocation(link.targetUrl), "Content-Length": 0 })
    .end();
}

async function recordHit(link: FoundLink, request: IncomingMessage): Promise<void> {
  const { headers, method, socket } = request;
  const ip = `${headers["x-herald-ip"] ?? socket.remoteAddress}`;
  const userAgent = headers["user-agent"] ?? "";
  const click = newClick({
    organizationId: link.organizationId,
    linkId: link.linkId,
    clickedAt: clock.now(),
    kind: hitKind(method, headers, readAgent(userAgent)),
    visitor: visitorOf(await visitorSalt.get(), ip, userAgent).id,
    referrerHost: referrerHost(headers.referer, ownHost),
  });
  await keepClick(click);
}

const commonHeaders = {
  "Cache-Control": "no-store",
  // The target learns which site its reader came from, as it would without a short link in between.
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "X-Robots-Tag": "noindex",
  "X-Content-Type-Options": "nosniff",
};

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
  },
};

function sendPage(request: IncomingMessage, response: ServerResponse, name: keyof typeof pages): void {
  const { status, title, sentence } = pages[name];
  const body = plainPage(title, sentence);
  response.writeHead(status, {
    ...commonHeaders,
    "Content-Type": "text/html; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
    "Content-Security-Policy": plainPagePolicy,
    ...(status === 503 && { "Retry-After": name === "paused" ? 600 : 5 }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
