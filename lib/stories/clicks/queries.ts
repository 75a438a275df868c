import { and, count, eq, isNotNull, min, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { smallestGroup } from "#lib/boards/schemas.ts";
import { getClickFigures } from "#lib/clicks/figures/queries.ts";
import { hitsOn } from "#lib/clicks/roll-ups/queries.ts";
import { assertCan } from "#lib/errors.ts";
import { networks } from "#lib/networks/networks.ts";
import { canCurate } from "../policy.ts";
import { getOrganizationRules, getStoryRow } from "../queries.ts";
import { groupLines, type Line } from "./group-lines.ts";
import type { NetworkClicks, StoryClicks, StoryTotals } from "./schemas.ts";

/** For the desk: what came of a story, never who brought what. */
export async function getStoryClicks(actor: Actor, storyId: string): Promise<StoryClicks> {
  const { id, title, state } = await getStoryRow(db, actor, storyId);
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const { timeZone } = await getOrganizationRules(db, actor);
  const { shares, people, since } = await countShares(actor, id);
  const [figures, lines] = await Promise.all([
    since && getClickFigures(actor, linksOf(actor, id), { since, timeZone, reader: "desk" }),
    listNetworks(actor, id),
  ]);
  return { story: { id, title, state }, shares, people, figures, networks: listClicks(lines) };
}

/** For the desk: the same in a line; null until somebody has taken the story to a network. */
export async function getStoryTotals(actor: Actor, storyId: string): Promise<StoryTotals | null> {
  await getStoryRow(db, actor, storyId);
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const counts = await countShares(actor, storyId);
  return counts.since ? addClicks(actor, storyId, counts) : null;
}

/** For colleagues, who may see the story: null while those who shared are too few for a group. */
export async function findStoryTotals(actor: Actor, story: { id: string }): Promise<StoryTotals | null> {
  const counts = await countShares(actor, story.id);
  return counts.people < smallestGroup ? null : addClicks(actor, story.id, counts);
}

type Counts = { shares: number; people: number; since: Date | null };

async function addClicks(actor: Actor, storyId: string, { shares, people }: Counts): Promise<StoryTotals> {
  const lines = await listNetworks(actor, storyId);
  return { shares, people, clicks: lines.reduce((sum, { clicks }) => sum + clicks, 0) };
}

const isConfirmed = isNotNull(shares.confirmedAt);

/** A composer that was opened and closed again is not a share. */
const isOf = (actor: Actor, storyId: string): SQL | undefined =>
  and(
    eq(shares.organizationId, actor.organizationId),
    eq(shares.storyId, storyId),
    or(isNotNull(shares.handedOverAt), isConfirmed),
  );

const confirmedBy = sql`case when ${isConfirmed} then ${shares.memberId} end`;

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

const listClicks = (lines: Line[]): NetworkClicks[] | null =>
  groupLines(lines)
    ?.map(({ name, clicks }) => ({ name, clicks }))
    .sort((one, other) => other.clicks - one.clicks) ?? null;

async function listNetworks(actor: Actor, storyId: string): Promise<Line[]> {
  const hits = hitsOn(actor, linksOf(actor, storyId));
  const rows = await db
    .select({
      network: shares.network,
      people: sql<string[]>`array_remove(array_agg(distinct ${confirmedBy}), null)`,
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
