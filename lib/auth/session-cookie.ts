import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "#lib/env.ts";

export const isSecure = env.PUBLIC_URL.startsWith("https://");

/** `__Host-` binds the cookie to this host and to https; plain http (loopback) cannot carry it. */
export const sessionCookieName = isSecure ? "__Host-herald.session" : "herald.session";

export const sessionCookieOptions = { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure } as const;

/** How long a sign-in lasts, used or not. The session's row says the same, and the row decides. */
export const sessionDays = 14;

/** All that the cookie says: which session. Everything else is read from the database at each request. */
export const sessionClaims = z.object({ sid: z.uuid() });

/** The session id in the request's cookie, or null when there is none that we signed. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName)?.value;
  if (!token) return null;
  const decoded = await decode({ token, secret: env.AUTH_SECRET }).catch(() => null);
  return sessionClaims.safeParse(decoded).data?.sid ?? null;
}
