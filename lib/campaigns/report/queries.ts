import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { DomainError } from "#lib/errors.ts";
import { goalsOf } from "../goals.ts";
import { countDays } from "../phase.ts";
import { countingRules, keptFigures } from "../progress/kept-figures.ts";
import { countFigures } from "../progress/queries.ts";
import type { CampaignFigures } from "../progress/schemas.ts";
import { getCampaign, getCampaignRow } from "../queries.ts";
import type { Reading } from "./schemas.ts";

/** For the desk: a campaign with what came of it, as it stands now or as it was closed. */
export async function readCampaign(actor: Actor, campaignId: string): Promise<Reading> {
  const campaign = await getCampaign(actor, campaignId);
  const [organization] = await db
    .select({ organizationName: organizations.name, timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId));
  if (!organization) throw new DomainError("not_found");
  const { timeZone } = organization;
  const today = dayIn(timeZone, clock.now());
  const current = await countFigures(actor, campaign, { today, timeZone });
  const { closingFigures } = await getCampaignRow(db, actor, campaignId);
  const kept = campaign.closing && keptFigures(closingFigures);
  const figures = kept?.figures ?? current;
  const computedAt = kept ? new Date(kept.computedAt) : clock.now();
  const counted = dayIn(timeZone, computedAt);
  const isWhole = counted >= campaign.endsOn;
  return {
    campaign,
    figures,
    computedAt,
    rules: kept?.rules ?? countingRules,
    changed: kept && differs(kept.figures, current),
    goals: goalsOf(campaign, figures, campaign.phase === "running" ? countDays(today, campaign) : null),
    countedTo: isWhole ? campaign.endsOn : counted,
    ...organization,
  };
}

function differs(kept: CampaignFigures, current: CampaignFigures) {
  const shares = current.taking?.shares ?? null;
  const isSame = kept.clicks === current.clicks && (kept.taking?.shares ?? null) === shares;
  return isSame ? null : { clicks: current.clicks, shares };
}
