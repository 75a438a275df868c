import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "#lib/env.ts";

const isSecure = env.PUBLIC_URL.startsWith("https://");

/** `__Host-` binds the cookie to this host and to https; plain http (loopback) cannot carry it. */
export const sessionCookieName = isSecure ? "__Host-herald.session" : "herald.session";

const claims = z.object({ sid: z.uuid() });

/** The session id in the request's cookie, or null when there is none that we signed. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName)?.value;
  if (!token) return null;
  const decoded = await decode({ token, secret: env.AUTH_SECRET }).catch(() => null);
  return claims.safeParse(decoded).data?.sid ?? null;
}
