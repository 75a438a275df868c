import { and, count, eq, isNotNull, min, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { joinNamesakes, type Line } from "#lib/boards/group-lines.ts";
import { smallestGroup } from "#lib/boards/schemas.ts";
import { getClickFigures } from "#lib/clicks/figures/queries.ts";
import type { Origin } from "#lib/clicks/figures/schemas.ts";
import { mostClicked } from "#lib/clicks/list-origins.ts";
import { nameOrigin } from "#lib/clicks/origin-name.ts";
import { sumClicks } from "#lib/clicks/queries.ts";
import { hitsOn, originsOn } from "#lib/clicks/roll-ups/queries.ts";
import { sumStoryEngagement } from "#lib/engagement/queries.ts";
import { assertCan } from "#lib/errors.ts";
import { networks } from "#lib/networks/networks.ts";
import { canCurate } from "../policy.ts";
import { getOrganizationRules, getStoryRow } from "../queries.ts";
import type { DeskTotals, StoryClicks, StoryTotals } from "./schemas.ts";
import { shownToDesk } from "./shown-to-desk.ts";

/** For the desk: what came of a story, never who brought what. */
export async function getStoryClicks(actor: Actor, storyId: string): Promise<StoryClicks> {
  const { id, title, state } = await getStoryRow(db, actor, storyId);
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const { timeZone } = await getOrganizationRules(db, actor);
  const { shares, people, since } = await countShares(actor, id);
  const ofStory = { id, title, state };
  if (!since) return { story: ofStory, clicks: null, group: null };

  const [figures, networks, sites, engagement] = await Promise.all([
    getClickFigures(actor, linksOf(actor, id), { since, timeZone, reader: "desk" }),
    listNetworks(actor, id),
    listSites(actor, id),
    sumStoryEngagement(actor, id),
  ]);
  const clicks = figures.counted;
  const shown = shownToDesk(networks, sites);
  if (!shown.isGroup) return { story: ofStory, clicks, group: null };
  const { origins, ...rest } = figures;
  const { device, country } = origins;
  const group = {
    shares,
    people,
    figures: rest,
    engagement,
    networks: shown.networks && mostClicked(shown.networks.map(withoutPeople)),
    origins: { referrer: shown.sites && mostClicked(shown.sites.map(withoutPeople)), device, country },
  };
  return { story: ofStory, clicks, group };
}

/** For the desk: the same in a line; null until somebody has taken the story to a network. */
export async function getStoryTotals(actor: Actor, storyId: string): Promise<DeskTotals | null> {
  await getStoryRow(db, actor, storyId);
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const { shares, people, since } = await countShares(actor, storyId);
  if (!since) return null;
  const { counted } = await sumClicks(actor, linksOf(actor, storyId));
  return { shares: people < smallestGroup ? null : shares, clicks: counted };
}

/** For colleagues, who may see the story: null while those who shared are too few for a group. */
export async function findStoryTotals(actor: Actor, story: { id: string }): Promise<StoryTotals | null> {
  const { people } = await countShares(actor, story.id);
  if (people < smallestGroup) return null;
  const { counted } = await sumClicks(actor, linksOf(actor, story.id));
  return { people, clicks: counted };
}

type Counts = { shares: number; people: number; since: Date | null };

const withoutPeople = ({ name, clicks }: Line): Origin => ({ name, clicks });

const isConfirmed = isNotNull(shares.confirmedAt);

/** A composer that was opened and closed again is not a share. */
const isOf = (actor: Actor, storyId: string): SQL | undefined =>
  and(
    eq(shares.organizationId, actor.organizationId),
    eq(shares.storyId, storyId),
    or(isNotNull(shares.handedOverAt), isConfirmed),
  );

const confirmedBy = sql`case when ${isConfirmed} then ${shares.memberId} end`;
const confirmers = sql<string[]>`array_remove(array_agg(distinct ${confirmedBy}), null)`;

async function countShares(actor: Actor, storyId: string): Promise<Counts> {
  const [row] = await db
    .select({
      shares: count(shares.confirmedAt),
      people: sql<number>`count(distinct ${confirmedBy})`.mapWith(Number),
      since: min(shares.handedOverAt),
    })
    .from(shares)
    .where(isOf(actor, storyId));
  return row ?? { shares: 0, people: 0, since: null };
}

const ofShare = and(eq(links.organizationId, shares.organizationId), eq(links.shareId, shares.id));

const linksOf = (actor: Actor, storyId: string) =>
  db.select({ id: links.id }).from(shares).innerJoin(links, ofShare).where(isOf(actor, storyId));

async function listNetworks(actor: Actor, storyId: string): Promise<Line[]> {
  const hits = hitsOn(actor, linksOf(actor, storyId));
  const rows = await db
    .select({
      network: shares.network,
      people: confirmers,
      clicks: sql<number>`coalesce(sum(${hits.counted}), 0)`.mapWith(Number),
    })
    .from(shares)
    .innerJoin(links, ofShare)
    .leftJoin(hits, eq(hits.linkId, links.id))
    .where(isOf(actor, storyId))
    .groupBy(shares.network);
  return rows.map(({ network, people, clicks }) => ({
    name: networks[network].name,
    people: new Set(people),
    clicks,
  }));
}

/** The sites that counted clicks came from, with the people whose shares brought them. */
async function listSites(actor: Actor, storyId: string): Promise<Line[]> {
  const origins = originsOn(actor, linksOf(actor, storyId));
  const rows = await db
    .select({
      host: origins.referrerHost,
      people: confirmers,
      clicks: sql<number>`sum(${origins.counted})`.mapWith(Number),
    })
    .from(origins)
    .innerJoin(links, and(eq(links.organizationId, actor.organizationId), eq(links.id, origins.linkId)))
    .innerJoin(shares, ofShare)
    .groupBy(origins.referrerHost);
  return joinNamesakes(
    rows.map(({ host, people, clicks }) => ({
      name: nameOrigin("referrer", host || null),
      people: new Set(people),
      clicks,
    })),
  );
}
