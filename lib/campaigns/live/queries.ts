import { and, asc, eq, gte, inArray, isNull, lte, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { listAudienceIdsOf } from "#lib/audiences/queries.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { listCampaignStories } from "#lib/stories/feed/queries.ts";
import { goalsOf } from "../goals.ts";
import { countDays, phaseOn } from "../phase.ts";
import { canRunCampaigns } from "../policy.ts";
import { listTotals } from "../progress/queries.ts";
import { type CampaignRow, getCampaignRow, getToday } from "../queries.ts";
import type { LiveCampaign, NamedCampaign } from "./schemas.ts";

/** For whoever is asked to take part, and for the desk; `not_found` for others. */
export async function getMeantCampaign(actor: MemberActor, campaignId: string): Promise<CampaignRow> {
  const campaign = await getCampaignRow(db, actor, campaignId);
  const { audienceId } = campaign;
  const isMeant = !audienceId || (await listAudienceIdsOf(actor)).includes(audienceId);
  if (!isMeant && !canRunCampaigns(actor))
    throw new DomainError("not_found", "There is no such campaign, or it is not meant for you.");
  return campaign;
}

/** Its page, for the same people. */
export async function getLiveCampaign(actor: MemberActor, campaignId: string): Promise<LiveCampaign> {
  const campaign = await getMeantCampaign(actor, campaignId);
  const { id, name, brief, startsOn, endsOn } = campaign;
  const { today, timeZone } = await getToday(actor);
  const [totals, stories] = await Promise.all([
    listTotals(actor, [campaign], timeZone),
    listCampaignStories(actor, id),
  ]);
  const phase = phaseOn(today, campaign);
  const days = phase === "running" ? countDays(today, campaign) : null;
  const goals = goalsOf(campaign, totals.get(id) ?? { clicks: 0, taking: null }, days);
  return { id, name, brief, startsOn, endsOn, phase, goals, stories };
}

/** The campaigns that run today and ask this member to take part, the one that ends first on top. */
export async function listRunningCampaigns(actor: MemberActor): Promise<NamedCampaign[]> {
  const { today } = await getToday(actor);
  return db
    .select({ id: campaigns.id, name: campaigns.name, endsOn: campaigns.endsOn })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.organizationId, actor.organizationId),
        isNull(campaigns.closedAt),
        lte(campaigns.startsOn, today),
        gte(campaigns.endsOn, today),
        or(isNull(campaigns.audienceId), inArray(campaigns.audienceId, await listAudienceIdsOf(actor))),
      ),
    )
    .orderBy(asc(campaigns.endsOn), asc(campaigns.name))
    .limit(3);
}
