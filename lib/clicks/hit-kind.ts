import type { IncomingHttpHeaders } from "node:http";
import { isbot } from "isbot";
import type { clickKind } from "#db/enums.ts";

export type HitKind = (typeof clickKind.enumValues)[number];

/** A reader, a machine that says so, or a machine that fetches what a reader may open later. */
export function hitKind(method: string | undefined, headers: IncomingHttpHeaders): HitKind {
  const userAgent = headers["user-agent"];
  // Every browser names itself; what does not is a script.
  if (!userAgent || isbot(userAgent)) return "bot";
  if (method === "HEAD" || announcesPrefetch(headers)) return "prefetch";
  return "human";
}

/** Chromium sends Sec-Purpose, Safari Purpose (`preview` for top sites), Firefox and old WebKit the X- names. */
const announcesPrefetch = (headers: IncomingHttpHeaders): boolean =>
  ["sec-purpose", "purpose", "x-purpose", "x-moz"].some((name) =>
    /prefetch|prerender|preview/i.test(`${headers[name]}`),
  );
