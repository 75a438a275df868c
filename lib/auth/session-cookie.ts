import { cookies } from "next/headers";
import { isSecure, sessionCookieName, sessionIdIn } from "#lib/auth/session-token.ts";
import { DomainError } from "#lib/errors.ts";

export const sessionCookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;

/** How long a sign-in lasts, used or not. The session's row says the same, and the row decides. */
export const sessionDays = 14;

/** The session id in the request's cookie, or null when there is none that we signed. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName)?.value;
  return token ? sessionIdIn(token) : null;
}

/** The session of an action: it has an actor, so there is one. */
export async function requireSessionId(): Promise<string> {
  const sessionId = await readSessionId();
  if (!sessionId) throw new DomainError("forbidden");
  return sessionId;
}
