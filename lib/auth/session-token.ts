import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "#lib/env.ts";

export const isSecure = env.PUBLIC_URL.startsWith("https://");

/** `__Host-` binds the cookie to this host and to https; plain http (loopback) cannot carry it. */
export const sessionCookieName = isSecure ? "__Host-herald.session" : "herald.session";

/** All that the cookie says: which session. Everything else is read from the database at each request. */
export const sessionClaims = z.object({ sid: z.uuid() });

/** The session id in a cookie's value, or null when we did not sign it. */
export async function sessionIdIn(token: string): Promise<string | null> {
  const decoded = await decode({ token, secret: env.AUTH_SECRET }).catch(() => null);
  return sessionClaims.safeParse(decoded).data?.sid ?? null;
}
