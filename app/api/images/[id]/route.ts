import { z } from "zod";
import { routeHandler } from "#lib/route-handler.ts";
import { getImageBytes } from "#lib/stories/images/queries.ts";

// An image never changes under its id, so the id is its ETag and a browser may keep it.
export const GET = routeHandler(z.object({ id: z.uuid() }), async (actor, { id }) => {
  const bytes = await getImageBytes(actor, id);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "image/webp",
      "Cache-Control": "private, max-age=86400, immutable",
      ETag: `"${id}"`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
});
