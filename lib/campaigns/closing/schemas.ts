import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";

export const closeCampaignInput = z.strictObject({
  campaignId: z.uuid(),
  note: plainText().max(5_000, "The note is too long. Up to 5,000 characters fit.").default(""),
});
export type CloseCampaignInput = z.output<typeof closeCampaignInput>;

export const reopenCampaignInput = z.strictObject({ campaignId: z.uuid() });
