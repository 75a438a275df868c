import type { IncomingMessage } from "node:http";
import { type CookieMember, memberOfCookie } from "#lib/auth/cookie-member.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import type { Exclusion } from "./counted-hits.ts";
import { openCountingLimit } from "./counting-limit.ts";
import { countryOf } from "./country.ts";
import { hitKind } from "./hit-kind.ts";
import { type NewClick, newClick } from "./mutations.ts";
import { referrerHost } from "./referrer-host.ts";
import { readAgent } from "./user-agent.ts";
import { visitorOf } from "./visitor.ts";
import { visitorSalt } from "./visitor-salt.ts";

/** The link that was followed, and the member who shared it. */
type Followed = { organizationId: string; linkId: string; memberId: string };

const ownHost = new URL(env.PUBLIC_URL).hostname;
const isPastLimit = openCountingLimit();

/**
 * What a request from this address says of who clicked. At hand at once but for the first of a day, or of a member who
 * is signed in. The address is read when the request comes: a reader who hangs up meanwhile has none any more.
 */
export function clickOf(
  request: IncomingMessage,
  address: string,
  link: Followed,
): NewClick | Promise<NewClick> {
  const salt = visitorSalt.peek() ?? visitorSalt.get();
  const member = memberOfCookie(request.headers.cookie);
  if (salt instanceof Promise || member instanceof Promise)
    return Promise.all([salt, member]).then(([salt, member]) =>
      clickBy(request, address, link, salt, member),
    );
  return clickBy(request, address, link, salt, member);
}

function clickBy(
  request: IncomingMessage,
  address: string,
  link: Followed,
  salt: Uint8Array,
  member: CookieMember | null,
): NewClick {
  const { headers, method } = request;
  const userAgent = headers["user-agent"] ?? "";
  const agent = readAgent(userAgent);
  const visitor = visitorOf(salt, address, userAgent.slice(0, 512));
  const { organizationId, linkId } = link;
  const clickedAt = clock.now();
  const kind = hitKind(method, headers, agent);
  const isOwn = member?.memberId === link.memberId && member.organizationId === organizationId;
  return newClick({
    organizationId,
    linkId,
    clickedAt,
    kind,
    exclusion: kind === "human" ? exclude(isOwn, { linkId, clickedAt }, visitor) : null,
    visitor: visitor.id,
    referrerHost: referrerHost(headers.referer, ownHost),
    device: agent.device,
    country: env.TRUST_PROXY > 0 ? countryOf(headers[env.COUNTRY_HEADER]) : null,
  });
}

/** Own clicks leave room for those of others behind the same address. */
function exclude(isOwn: boolean, ...hit: Parameters<typeof isPastLimit>): Exclusion | null {
  if (isOwn) return "own";
  return isPastLimit(...hit) ? "limited" : null;
}
