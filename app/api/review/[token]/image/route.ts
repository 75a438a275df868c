import { getOutsideImage } from "#lib/reviews/outside/queries.ts";
import { outsideToken } from "#lib/reviews/outside/schemas.ts";
import { publicRouteHandler } from "#lib/route-handler.ts";

export const GET = publicRouteHandler(outsideToken, async ({ token }) => {
  const bytes = await getOutsideImage(token);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "image/webp",
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
