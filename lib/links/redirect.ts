import type { IncomingMessage, ServerResponse } from "node:http";
import { keepClick } from "#lib/clicks/click-log.ts";
import { clickOf } from "#lib/clicks/click-of-request.ts";
import { readAgent } from "#lib/clicks/user-agent.ts";
import { clock } from "#lib/clock.ts";
import { originForm } from "#lib/edge.ts";
import { clientAddress, limitedAddress } from "#lib/edge-address.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { consume, isSpent } from "#lib/rate-limits.ts";
import { codeInPath, isCode } from "./code.ts";
import { type KnownLink, knownLinks, knownStories } from "./known-links.ts";
import { sendHtml, sendLinkPage } from "./link-pages.ts";
import { linkState } from "./link-state.ts";
import { previewPage } from "./preview-page.ts";
import { isShown } from "./queries.ts";

/**
 * Answers `/s/{code}` and says at once whether it does. It comes before the edge, which a redirect does not need: it
 * believes no header but through `clientAddress`, and sends its own. A hit is kept before its redirect is sent.
 * Before the database is there no link can be followed, and the reader is asked to try again.
 */
export function answerShortLink(
  request: IncomingMessage,
  response: ServerResponse,
  { canFollow } = { canFollow: true },
): boolean {
  const code = codeInPath(originForm(request.url ?? "/"));
  if (code === null) return false;
  if (request.method !== "GET" && request.method !== "HEAD") sendLinkPage(request, response, "wrongMethod");
  else if (!canFollow) sendLinkPage(request, response, "unavailable");
  else if (!isCode(code)) sendLinkPage(request, response, "unknown");
  else open(code, request, response);
  return true;
}

/** With a link at hand there is nothing to wait for but its click. */
function open(code: string, request: IncomingMessage, response: ServerResponse): void {
  const failed = (error: unknown) => fail(error, code, request, response);
  try {
    const address = clientAddress(request, env.TRUST_PROXY);
    const link = knownLinks.peek(code);
    if (link) follow(code, link, address, request, response);
    else findAndFollow(code, address, request, response).catch(failed);
  } catch (error) {
    failed(error);
  }
}

async function findAndFollow(
  code: string,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const link = await findLink(code, address);
  if (link) follow(code, link, address, request, response);
  else sendLinkPage(request, response, "unknown");
}

/** Whoever tries codes out is answered slowly: neither the database nor those who bring a link have to bear it. */
async function findLink(code: string, address: string): Promise<KnownLink | null> {
  if (knownLinks.has(code)) return knownLinks.get(code);
  const guesser = limitedAddress(address);
  const isGuessing = await isSpent("unknownLink", guesser);
  const link = await knownLinks.get(code, isGuessing ? "slow" : "fast");
  // Of many that ask at once, some are past the limit only now.
  if (!link && !isGuessing) await consume("unknownLink", guesser).catch(() => {});
  return link;
}

function follow(
  code: string,
  link: KnownLink,
  address: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const state = linkState(link, clock.now());
  if (state !== "live") {
    sendLinkPage(request, response, state);
    return;
  }
  const click = clickOf(request, address, link);
  const kept = click instanceof Promise ? click.then(keepClick) : keepClick(click);
  const wantsPreview = readAgent(request.headers["user-agent"] ?? "").nature === "preview";
  kept
    .then(() => (wantsPreview ? sendPreview(code, link, request, response) : sendRedirect(link, response)))
    .catch((error: unknown) => fail(error, code, request, response));
}

function sendRedirect({ headers }: KnownLink, response: ServerResponse): void {
  response.writeHead(302, headers);
  response.end();
}

/**
 * A story that is being edited is not shown in words that nobody approved: its card is the target's own. So it is when
 * the database does not say what the story's is.
 */
async function sendPreview(
  code: string,
  link: KnownLink,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const story = await knownStories.get(code).catch(() => null);
  if (!story || !isShown(story, clock.now())) return sendRedirect(link, response);
  sendHtml(request, response, 200, previewPage(story, link.targetUrl, env.PUBLIC_URL));
}

function fail(error: unknown, code: string, request: IncomingMessage, response: ServerResponse): void {
  if (!(error instanceof DomainError)) log.error({ err: error, code }, "short link failed");
  if (response.headersSent) response.destroy();
  else sendLinkPage(request, response, "unavailable");
}
