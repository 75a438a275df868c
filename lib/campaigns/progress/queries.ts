import { and, asc, eq, gte, inArray, isNotNull, lt, or, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { smallestGroup } from "#lib/boards/schemas.ts";
import { listClickDays } from "#lib/clicks/queries.ts";
import { hitsOn } from "#lib/clicks/roll-ups/queries.ts";
import type { Day } from "#lib/day.ts";
import { outStates } from "#lib/shares/went-out.ts";
import { keptFigures } from "./kept-figures.ts";
import type { CampaignFigures, Totals } from "./schemas.ts";
import { type Brought, sumUp } from "./sum-up.ts";

type Span = { id: string; startsOn: Day; endsOn: Day };

/**
 * What came of a campaign until now: shares of its stories that were confirmed on its days, and counted clicks of its days on
 * the links to its stories. Whoever calls says whether the actor may see it.
 */
export async function countFigures(
  actor: Actor,
  { id, startsOn, endsOn }: Span,
  { today, timeZone }: { today: Day; timeZone: string },
): Promise<CampaignFigures> {
  const range = { from: startsOn, to: endsOn < today ? endsOn : today, timeZone };
  const ofCampaign = eq(stories.campaignId, id);
  const [ofShares, ofClicks, days, listed] = await Promise.all([
    listShares(actor, ofCampaign, timeZone),
    listClicks(actor, ofCampaign, timeZone),
    range.from <= range.to ? listClickDays(actor, linksOf(actor, ofCampaign), range) : [],
    listStories(actor, id),
  ]);
  return sumUp({
    brought: [...ofShares, ...ofClicks],
    days: days.map(({ day, counted }) => ({ day, clicks: counted })),
    stories: listed,
  });
}

/** For lists: the totals of several campaigns at once. A closed one keeps those it was closed with. */
export async function listTotals(
  actor: Actor,
  several: readonly (Span & { closingFigures: unknown })[],
  timeZone: string,
): Promise<Map<string, Totals>> {
  const totals = new Map<string, Totals>();
  const open: string[] = [];
  for (const { id, closingFigures } of several) {
    const kept = keptFigures(closingFigures);
    if (kept) totals.set(id, { clicks: kept.figures.clicks, taking: kept.figures.taking });
    else open.push(id);
  }
  if (open.length === 0) return totals;
  const ofThese = inArray(stories.campaignId, open);
  const [ofShares, ofClicks] = await Promise.all([
    listShares(actor, ofThese, timeZone),
    listClicks(actor, ofThese, timeZone),
  ]);
  for (const id of open) {
    const people = new Set(ofShares.flatMap((row) => (row.campaignId === id ? row.people : [])));
    const sum = (rows: Brought[], of: "shares" | "clicks") =>
      rows.reduce((total, row) => total + (row.campaignId === id ? row[of] : 0), 0);
    const taking = { shares: sum(ofShares, "shares"), people: people.size };
    totals.set(id, {
      clicks: sum(ofClicks, "clicks"),
      taking: taking.people < smallestGroup ? null : taking,
    });
  }
  return totals;
}

/** The stories of a campaign, by title. */
export async function listStories(
  actor: Actor,
  campaignId: string,
  executor: Executor = db,
): Promise<{ id: string; title: string }[]> {
  return executor
    .select({ id: stories.id, title: stories.title })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.campaignId, campaignId)))
    .orderBy(asc(stories.title), asc(stories.id));
}

const dayBegins = (day: SQL | typeof campaigns.startsOn, timeZone: string): SQL =>
  sql`(${day})::timestamp at time zone ${timeZone}`;

const ofStory = and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId));
const ofShare = and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id));
const ofCampaignRow = and(
  eq(campaigns.organizationId, stories.organizationId),
  eq(campaigns.id, stories.campaignId),
);

/** Shares that went out on the campaign's days, by story and network, with who sent them and who confirmed it. */
async function listShares(actor: Actor, ofCampaign: SQL, timeZone: string): Promise<Brought[]> {
  const isReported = sql<boolean>`${shares.publishedAt} is not null`;
  const rows = await db
    .select({
      campaignId: campaigns.id,
      storyId: shares.storyId,
      network: shares.network,
      isReported: isReported.as("is_reported"),
      people: sql<string[]>`array_agg(distinct ${shares.memberId})`,
      shares: sql<number>`count(*)`.mapWith(Number),
    })
    .from(shares)
    .innerJoin(stories, ofStory)
    .innerJoin(campaigns, ofCampaignRow)
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        ofCampaign,
        inArray(shares.state, outStates),
        gte(shares.confirmedAt, dayBegins(campaigns.startsOn, timeZone)),
        lt(shares.confirmedAt, dayBegins(sql`${campaigns.endsOn} + 1`, timeZone)),
      ),
    )
    .groupBy(campaigns.id, shares.storyId, shares.network, sql`4`);
  return rows.map((row) => ({ ...row, clicks: 0 }));
}

/** Counted clicks of the campaign's days, by story and network. An hour belongs to the day in which it begins. */
async function listClicks(actor: Actor, ofCampaign: SQL, timeZone: string): Promise<Brought[]> {
  const hits = hitsOn(actor, linksOf(actor, ofCampaign));
  const rows = await db
    .select({
      campaignId: campaigns.id,
      storyId: shares.storyId,
      network: shares.network,
      clicks: sql<number>`sum(${hits.counted})`.mapWith(Number),
    })
    .from(hits)
    .innerJoin(links, and(eq(links.organizationId, actor.organizationId), eq(links.id, hits.linkId)))
    .innerJoin(shares, ofShare)
    .innerJoin(stories, ofStory)
    .innerJoin(campaigns, ofCampaignRow)
    .where(
      and(
        gte(hits.hour, dayBegins(campaigns.startsOn, timeZone)),
        lt(hits.hour, dayBegins(sql`${campaigns.endsOn} + 1`, timeZone)),
      ),
    )
    .groupBy(campaigns.id, shares.storyId, shares.network);
  return rows.map((row) => ({ ...row, isReported: false, people: [], shares: 0 }));
}

/** The links of shares that left, or may have: a composer that was opened and closed again is no share. */
const linksOf = (actor: Actor, ofCampaign: SQL) =>
  db
    .select({ id: links.id })
    .from(shares)
    .innerJoin(links, ofShare)
    .innerJoin(stories, ofStory)
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        ofCampaign,
        or(isNotNull(shares.handedOverAt), isNotNull(shares.confirmedAt)),
      ),
    );
