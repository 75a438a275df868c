import { createHash } from "node:crypto";
import { cookies } from "next/headers";
import { isSecure } from "#lib/auth/session-token.ts";
import { env } from "#lib/env.ts";

const csrfCookieName = `${isSecure ? "__Host-" : ""}next-auth.csrf-token`;

/**
 * The token that next-auth wants in a form, read from the cookie it set: `token|sha256(token + secret)`. Null until it
 * has set one: `/api/auth/signin` does and comes back. So the sign-in page is plain HTML without next-auth's script.
 */
export async function readCsrfToken(): Promise<string | null> {
  const [token = "", hash] = (await cookies()).get(csrfCookieName)?.value.split("|") ?? [];
  const expected = createHash("sha256").update(`${token}${env.AUTH_SECRET}`).digest("hex");
  return hash === expected ? token : null;
}
