import { and, asc, count, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { phaseOn } from "./phase.ts";
import { canRunCampaigns } from "./policy.ts";
import { listTotals } from "./progress/queries.ts";
import type { CampaignChoices, CampaignDetails, CampaignsPage } from "./schemas.ts";

const pageSize = 20;

export type CampaignRow = typeof campaigns.$inferSelect;

/** The row itself. Throws `not_found` when it is missing or another organization's. */
export async function getCampaignRow(
  executor: Executor,
  actor: Actor,
  campaignId: string,
): Promise<CampaignRow> {
  const [campaign] = await executor
    .select()
    .from(campaigns)
    .where(and(eq(campaigns.organizationId, actor.organizationId), eq(campaigns.id, campaignId)));
  if (!campaign) throw new DomainError("not_found", "There is no such campaign.");
  return campaign;
}

/** The organization's time zone, and the day that it is there. */
export async function getToday(actor: Actor): Promise<{ today: Day; timeZone: string }> {
  const [organization] = await db
    .select({ timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId));
  if (!organization) throw new DomainError("not_found");
  return { ...organization, today: dayIn(organization.timeZone, clock.now()) };
}

/** For the desk: a campaign with whom it is for, where it stands, and who closed it. */
export async function getCampaign(actor: Actor, campaignId: string): Promise<CampaignDetails> {
  await getCampaignRow(db, actor, campaignId);
  assertCan(canRunCampaigns(actor), "The desk is for curators and admins.");
  const { today } = await getToday(actor);
  const [found] = await db
    .select({ ...getTableColumns(campaigns), audienceName: audiences.name, closedByName: members.name })
    .from(campaigns)
    .leftJoin(
      audiences,
      and(eq(audiences.organizationId, campaigns.organizationId), eq(audiences.id, campaigns.audienceId)),
    )
    .leftJoin(
      members,
      and(eq(members.organizationId, campaigns.organizationId), eq(members.id, campaigns.closedById)),
    )
    .where(and(eq(campaigns.organizationId, actor.organizationId), eq(campaigns.id, campaignId)));
  if (!found) throw new DomainError("not_found", "There is no such campaign.");
  const { closedAt, closedById: _, closedByName, closingNote, closingFigures: __, ...campaign } = found;
  return {
    ...campaign,
    phase: phaseOn(today, found),
    closing: closedAt && { at: closedAt, byName: closedByName ?? "", note: closingNote },
  };
}

/** For the desk: running ones first, then those to come, then those that are over, the latest first. */
export async function listCampaigns(actor: Actor, wanted: number): Promise<CampaignsPage> {
  assertCan(canRunCampaigns(actor), "The desk is for curators and admins.");
  const { today, timeZone } = await getToday(actor);
  const isOurs = eq(campaigns.organizationId, actor.organizationId);
  const [all] = await db.select({ count: count() }).from(campaigns).where(isOurs);
  const pageCount = Math.max(1, Math.ceil((all?.count ?? 0) / pageSize));
  const page = Math.min(wanted, pageCount);
  const isOver = sql`(${campaigns.closedAt} is not null or ${campaigns.endsOn} < ${today})`;
  const isComing = sql`(${campaigns.startsOn} > ${today})`;
  const rows = await db
    .select()
    .from(campaigns)
    .where(isOurs)
    .orderBy(
      sql`case when ${isOver} then 2 when ${isComing} then 1 else 0 end`,
      sql`case when ${isOver} then ${today}::date - ${campaigns.endsOn} when ${isComing} then ${campaigns.startsOn} - ${today}::date else ${campaigns.endsOn} - ${today}::date end`,
      asc(campaigns.name),
    )
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const [totals, storyCounts] = await Promise.all([
    listTotals(actor, rows, timeZone),
    countStories(
      actor,
      rows.map(({ id }) => id),
    ),
  ]);
  const listed = rows.map((row) => ({
    id: row.id,
    name: row.name,
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    goalShares: row.goalShares,
    goalClicks: row.goalClicks,
    goalParticipants: row.goalParticipants,
    phase: phaseOn(today, row),
    stories: storyCounts.get(row.id) ?? 0,
    totals: totals.get(row.id) ?? { clicks: 0, taking: null },
  }));
  return { campaigns: listed, page, pageCount };
}

/** What the form of a campaign lets choose from. */
export async function getCampaignChoices(actor: Actor): Promise<CampaignChoices> {
  assertCan(canRunCampaigns(actor), "The desk is for curators and admins.");
  const { today } = await getToday(actor);
  const listed = await db
    .select({ id: audiences.id, name: audiences.name })
    .from(audiences)
    .where(eq(audiences.organizationId, actor.organizationId))
    .orderBy(asc(audiences.name));
  return { audiences: listed, today };
}

async function countStories(actor: Actor, campaignIds: string[]): Promise<Map<string, number>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await db
    .select({ campaignId: stories.campaignId, count: count() })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), inArray(stories.campaignId, campaignIds)))
    .groupBy(stories.campaignId);
  return new Map(rows.flatMap((row) => (row.campaignId ? [[row.campaignId, row.count] as const] : [])));
}
