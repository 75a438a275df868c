import { headers } from "next/headers";
import { getPublicImage } from "#lib/links/queries.ts";
import { linkImage } from "#lib/links/schemas.ts";
import { publicRouteHandler } from "#lib/route-handler.ts";

// Crawlers that build a card fetch it, and it stops with the story: an hour is as long as it may outlive it.
export const GET = publicRouteHandler(linkImage, async ({ code, size }) => {
  const type = (await headers()).get("accept")?.includes("image/webp") ? "webp" : "jpeg";
  const bytes = await getPublicImage(code, { type, size });
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": `image/${type}`,
      "Cache-Control": "public, max-age=3600",
      Vary: "Accept",
      "X-Content-Type-Options": "nosniff",
      "X-Robots-Tag": "noindex",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
