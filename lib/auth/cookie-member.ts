import { hash } from "node:crypto";
import QuickLRU from "quick-lru";
import { findSessionActor } from "#lib/auth/actor.ts";
import { sessionCookieName, sessionIdIn } from "#lib/auth/session-token.ts";
import { within } from "#lib/within.ts";

export type CookieMember = { organizationId: string; memberId: string };

const minute = 60_000;
const patienceMs = 250;
const known = new QuickLRU<string, CookieMember | null>({ maxSize: 5000, maxAge: minute });

/**
 * Who is signed in, going by a Cookie header: for telling own clicks, never for letting anybody do anything, since it is
 * remembered for a minute. At hand at once without a session's cookie or when it was read before; null also when the
 * database does not say in time.
 */
export function memberOfCookie(
  cookies: string | undefined,
): CookieMember | null | Promise<CookieMember | null> {
  const token = cookies ? tokenIn(cookies) : null;
  if (!token) return null;
  const key = hash("sha256", token);
  return known.get(key) ?? (known.has(key) ? null : find(key, token));
}

function tokenIn(cookies: string): string | null {
  if (!cookies.includes(sessionCookieName)) return null;
  for (const cookie of cookies.split(";")) {
    const [name, value] = cookie.split("=", 2);
    if (name?.trim() === sessionCookieName) return value?.trim() || null;
  }
  return null;
}

async function find(key: string, token: string): Promise<CookieMember | null> {
  try {
    const sessionId = await sessionIdIn(token);
    const member = sessionId ? await within(patienceMs, findSessionActor(sessionId)) : null;
    known.set(key, member);
    return member;
  } catch {
    return null;
  }
}
