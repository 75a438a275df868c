import { z } from "zod";
import { routeHandler } from "#lib/route-handler.ts";
import { importTemplate } from "#lib/stories/import/template.ts";

export const GET = routeHandler(
  z.object({}),
  async () =>
    new Response(importTemplate(), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="herald-stories.csv"',
        "Cache-Control": "private, max-age=3600",
        "X-Content-Type-Options": "nosniff",
      },
    }),
);
