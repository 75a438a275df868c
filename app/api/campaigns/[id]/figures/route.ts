import { fileName } from "#lib/campaigns/report/file-name.ts";
import { numbersOf } from "#lib/campaigns/report/numbers.ts";
import { readCampaign } from "#lib/campaigns/report/queries.ts";
import { campaignId } from "#lib/campaigns/schemas.ts";
import { routeHandler } from "#lib/route-handler.ts";

export const GET = routeHandler(campaignId, async (actor, { id }) => {
  const reading = await readCampaign(actor, id);
  // The mark tells a spreadsheet that the letters are UTF-8.
  return new Response(`\uFEFF${numbersOf(reading)}`, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${fileName(reading.campaign.name, "csv")}"`,
      "Cache-Control": "no-store",
    },
  });
});
