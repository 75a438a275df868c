import { z } from "zod";
import { fileName } from "#lib/campaigns/report/file-name.ts";
import { drawReport } from "#lib/campaigns/report/paper/draw.ts";
import { readCampaign } from "#lib/campaigns/report/queries.ts";
import { campaignId } from "#lib/campaigns/schemas.ts";
import { routeHandler } from "#lib/route-handler.ts";

const input = campaignId.extend({ paper: z.enum(["A4", "LETTER"]).catch("A4") });

export const GET = routeHandler(input, async (actor, { id, paper }) => {
  const reading = await readCampaign(actor, id);
  return new Response(new Uint8Array(await drawReport(reading, paper)), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `attachment; filename="${fileName(reading.campaign.name, "pdf")}"`,
      "Cache-Control": "no-store",
    },
  });
});
