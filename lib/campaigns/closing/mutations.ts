import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { z } from "zod";
import { db } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canRunCampaigns } from "../policy.ts";
import { countingRules } from "../progress/kept-figures.ts";
import { countFigures } from "../progress/queries.ts";
import type { KeptFigures } from "../progress/schemas.ts";
import { getCampaignRow, getToday } from "../queries.ts";
import type { CloseCampaignInput, reopenCampaignInput } from "./schemas.ts";

/** Ends a campaign, and keeps what was counted so that its report says the same tomorrow. */
export async function closeCampaign(
  actor: MemberActor,
  { campaignId, note }: CloseCampaignInput,
): Promise<{ id: string }> {
  const campaign = await getCampaignRow(db, actor, campaignId);
  assertCan(canRunCampaigns(actor), "Only curators and admins close campaigns.");
  const now = clock.now();
  const days = await getToday(actor);
  if (campaign.startsOn > days.today)
    throw new DomainError("conflict", "This campaign has not begun. Change its dates instead of closing it.");
  const figures = await countFigures(actor, campaign, days);
  const kept: KeptFigures = { rules: countingRules, computedAt: now.toISOString(), figures };

  return db.transaction(async (tx) => {
    const [closed] = await tx
      .update(campaigns)
      .set({ closedAt: now, closedById: actor.memberId, closingNote: note, closingFigures: kept })
      .where(and(isOne(actor, campaignId), isNull(campaigns.closedAt)))
      .returning({ id: campaigns.id });
    if (!closed) throw new DomainError("conflict", "Somebody has closed this campaign already.");
    const { clicks, taking } = figures;
    await audit(tx, actor, "campaign.close", campaignId, { name: campaign.name, clicks, taking });
    return closed;
  });
}

/** Takes a closing back: figures are counted anew from then on, and the closing note is kept for the next time. */
export async function reopenCampaign(
  actor: MemberActor,
  { campaignId }: z.output<typeof reopenCampaignInput>,
): Promise<{ id: string }> {
  const { name } = await getCampaignRow(db, actor, campaignId);
  assertCan(canRunCampaigns(actor), "Only curators and admins reopen campaigns.");
  return db.transaction(async (tx) => {
    const [reopened] = await tx
      .update(campaigns)
      .set({ closedAt: null, closedById: null, closingFigures: null })
      .where(and(isOne(actor, campaignId), isNotNull(campaigns.closedAt)))
      .returning({ id: campaigns.id });
    if (!reopened) throw new DomainError("conflict", "This campaign is open.");
    await audit(tx, actor, "campaign.reopen", campaignId, { name });
    return reopened;
  });
}

const isOne = (actor: MemberActor, campaignId: string) =>
  and(eq(campaigns.organizationId, actor.organizationId), eq(campaigns.id, campaignId));
