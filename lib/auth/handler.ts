import NextAuth from "next-auth";
import { clientIp } from "#lib/auth/client-ip.ts";
import { authOptions } from "#lib/auth/options.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { consume } from "#lib/rate-limits.ts";

type Context = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: Request, context: Context) => Promise<Response>;

const handle: Handler = NextAuth(authOptions);

const readable = new Set(["callback", "csrf", "error", "providers", "session", "signin", "signout"]);
const writable = new Set(["callback", "signin", "signout"]);

export const handleAuthGet: Handler = async (request, context) => {
  const [action = ""] = (await context.params).nextauth;
  return readable.has(action) ? handle(request, context) : notFound();
};

/** next-auth checks its own token in each form; another site's form is turned away before that. */
export const handleAuthPost: Handler = async (request, context) => {
  const [action = ""] = (await context.params).nextauth;
  if (!writable.has(action)) return notFound();
  if (isForeign(request.headers))
    return new Response("This request came from another site.", { status: 403 });
  const limited = await limitSignIn();
  return limited ?? handle(request, context);
};

const notFound = (): Response => new Response("Not found", { status: 404 });

function isForeign(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin) return origin !== new URL(env.PUBLIC_URL).origin;
  return headers.get("sec-fetch-site") === "cross-site";
}

async function limitSignIn(): Promise<Response | null> {
  try {
    await consume("signIn", await clientIp());
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return new Response(error.message, { status: 429 });
  }
}
