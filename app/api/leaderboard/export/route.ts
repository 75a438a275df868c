import { writeBoard } from "#lib/boards/export/queries.ts";
import { boardFilters } from "#lib/boards/schemas.ts";
import { routeHandler } from "#lib/route-handler.ts";

export const GET = routeHandler(boardFilters, async (actor, filters) => {
  // The mark tells a spreadsheet that the letters are UTF-8.
  return new Response(`\uFEFF${await writeBoard(actor, filters)}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="leaderboard.csv"',
      "Cache-Control": "no-store",
    },
  });
});
