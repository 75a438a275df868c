import { headers } from "next/headers";
import { routeHandler } from "#lib/route-handler.ts";
import { isCrop } from "#lib/stories/image-sizes.ts";
import { getImage } from "#lib/stories/images/queries.ts";
import { getImageInput } from "#lib/stories/images/schemas.ts";

// An image never changes under its id, so a browser may keep it. A crop does, with the focal point: it is asked about again.
export const GET = routeHandler(getImageInput, async (actor, { id, size }) => {
  const { bytes, version } = await getImage(actor, id, size);
  const etag = `"${version}"`;
  const isKnown = (await headers()).get("if-none-match") === etag;
  return new Response(isKnown ? null : new Uint8Array(bytes), {
    status: isKnown ? 304 : 200,
    headers: {
      "Content-Type": "image/webp",
      "Cache-Control": size && isCrop(size) ? "private, no-cache" : "private, max-age=86400, immutable",
      ETag: etag,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
