import NextAuth from "next-auth";
import { clientIp } from "#lib/auth/client-ip.ts";
import { authOptions } from "#lib/auth/options.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { consume } from "#lib/rate-limits.ts";

type Context = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: Request, context: Context) => Promise<Response>;

const handle: Handler = NextAuth(authOptions);

const readable = new Set([
  "callback",
  "csrf",
  "error",
  "providers",
  "session",
  "signin",
  "signout",
  "verify-request",
]);
const writable = new Set(["callback", "signin", "signout"]);

export const handleAuthGet: Handler = async (request, context) => {
  const [action = "", provider] = (await context.params).nextauth;
  if (!readable.has(action)) return notFound();
  // Only the button uses a mailed link up: whoever merely opens its address is shown the button.
  if (action === "callback" && provider === "email")
    return redirectTo(`${env.PUBLIC_URL}/sign-in/confirm${new URL(request.url).search}`);
  return handle(request, context);
};

/** next-auth checks its own token in each form; another site's form is turned away before that. */
export const handleAuthPost: Handler = async (request, context) => {
  const [action = ""] = (await context.params).nextauth;
  if (!writable.has(action)) return notFound();
  if (isForeign(request.headers))
    return new Response("This request came from another site.", { status: 403 });
  const limited = await limitSignIn();
  return limited ?? leaveByPage(await handle(request, context));
};

const redirectTo = (location: string): Response =>
  new Response(null, { status: 302, headers: { Location: location } });

/** `form-action 'self'` stops a form whose answer leads to another site, so a page leads to the OpenID provider. */
function leaveByPage(response: Response): Response {
  const location = URL.parse(response.headers.get("Location") ?? "");
  if (!location || location.origin === new URL(env.PUBLIC_URL).origin) return response;
  const headers = new Headers(response.headers);
  headers.delete("Location");
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.set("Cache-Control", "no-store");
  headers.set("Referrer-Policy", "no-referrer");
  const href = location.href.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
  const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>One moment</title><link rel="icon" href="/icon.svg"><meta http-equiv="refresh" content="0;url=${href}"><p><a href="${href}">Go on to your company's sign-in</a></p></html>`;
  return new Response(page, { status: 200, headers });
}

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
