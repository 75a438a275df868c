import type { IncomingHttpHeaders } from "node:http";
import type { clickKind } from "#db/enums.ts";
import type { Agent } from "./user-agent.ts";

export type HitKind = (typeof clickKind.enumValues)[number];

/** A reader, a machine that says so, or a machine that fetches what a reader may open later. */
export function hitKind(
  method: string | undefined,
  headers: IncomingHttpHeaders,
  { nature }: Pick<Agent, "nature">,
): HitKind {
  if (nature !== "person") return "bot";
  if (method === "HEAD" || announcesPrefetch(headers)) return "prefetch";
  return "human";
}

/** Chromium sends Sec-Purpose, Safari Purpose (`preview` for top sites), Firefox and old WebKit the X- names. */
const announcesPrefetch = (headers: IncomingHttpHeaders): boolean =>
  isEarly(headers["sec-purpose"]) ||
  isEarly(headers.purpose) ||
  isEarly(headers["x-purpose"]) ||
  isEarly(headers["x-moz"]);

const isEarly = (purpose: string | string[] | undefined): boolean =>
  purpose !== undefined && /prefetch|prerender|preview/i.test(`${purpose}`);
