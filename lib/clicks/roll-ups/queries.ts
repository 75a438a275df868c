import { and, eq, gte, inArray, lt, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { clickBatches, clickHours, clickOrigins, clicks } from "#db/schema/clicks.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { Device } from "../device.ts";
import type { ClickSums } from "../schemas.ts";

/**
 * Which links: their ids, or a query of ids such as
 * `db.select({ id: links.id }).from(shares).innerJoin(links, ofShare).where(eq(shares.storyId, storyId))`.
 * Whoever calls says whose clicks the actor may see; here only the organization is made sure of.
 */
export type LinkIds = readonly string[] | SQLWrapper;

/** From a moment up to, not including, another. */
export type HourRange = { from?: Date | SQL; to?: Date | SQL };

/**
 * The hits on these links as rows to group and add up in a query of one's own: those in the roll-up, and those that
 * wait to be in it one by one. Exact at every moment, because one statement sees either a batch or what it became.
 */
export function hitsOn(actor: Actor, linkIds: LinkIds, { from, to }: HourRange = {}) {
  const { organizationId } = actor;
  const rolledUp = db
    .select({
      linkId: clickHours.linkId,
      hour: clickHours.hour,
      counted: clickHours.counted,
      repeated: clickHours.repeated,
      own: clickHours.own,
      limited: clickHours.limited,
      bots: clickHours.bots,
      prefetches: clickHours.prefetches,
    })
    .from(clickHours)
    .where(
      and(
        eq(clickHours.organizationId, organizationId),
        isOneOf(clickHours.linkId, linkIds),
        from && gte(clickHours.hour, from),
        to && lt(clickHours.hour, to),
      ),
    );
  const waiting = db
    .select({
      linkId: clicks.linkId,
      hour: clicks.hour,
      counted: zeroOrOne(kindsOfHits.counted),
      repeated: zeroOrOne(kindsOfHits.repeated),
      own: zeroOrOne(kindsOfHits.own),
      limited: zeroOrOne(kindsOfHits.limited),
      bots: zeroOrOne(kindsOfHits.bots),
      prefetches: zeroOrOne(kindsOfHits.prefetches),
    })
    .from(clickBatches)
    .innerJoin(clicks, isInBatch)
    .where(
      and(isWaiting(organizationId, linkIds), from && gte(clicks.hour, from), to && lt(clicks.hour, to)),
    );
  return unionAll(rolledUp, waiting).as("hits");
}

/** Where the counted clicks on these links came from, likewise. */
export function originsOn(actor: Actor, linkIds: LinkIds) {
  const { organizationId } = actor;
  const rolledUp = db
    .select({
      linkId: clickOrigins.linkId,
      referrerHost: clickOrigins.referrerHost,
      device: clickOrigins.device,
      country: clickOrigins.country,
      counted: clickOrigins.counted,
    })
    .from(clickOrigins)
    .where(and(eq(clickOrigins.organizationId, organizationId), isOneOf(clickOrigins.linkId, linkIds)));
  const waiting = db
    .select({
      linkId: clicks.linkId,
      referrerHost: originOfClick.referrerHost,
      device: originOfClick.device,
      country: originOfClick.country,
      counted: zeroOrOne(kindsOfHits.counted),
    })
    .from(clickBatches)
    .innerJoin(clicks, isInBatch)
    .where(and(isWaiting(organizationId, linkIds), kindsOfHits.counted));
  return unionAll(rolledUp, waiting).as("origins");
}

const isWaiting = (organizationId: string, linkIds: LinkIds) =>
  and(
    eq(clickBatches.organizationId, organizationId),
    gte(clicks.hour, earliestWaiting(organizationId)),
    isOneOf(clicks.linkId, linkIds),
  );

const isHuman = sql`${clicks.kind} = 'human'`;

/** The six kinds of hits, of which each is exactly one, as conditions on a click: columns of `click_hours`. */
export const kindsOfHits: Record<keyof ClickSums, SQL> = {
  counted: sql`${clicks.counted}`,
  repeated: sql`${isHuman} and not ${clicks.counted} and ${clicks.exclusion} is null`,
  own: sql`${isHuman} and ${clicks.exclusion} is not distinct from 'own'`,
  limited: sql`${isHuman} and ${clicks.exclusion} is not distinct from 'limited'`,
  bots: sql`${clicks.kind} = 'bot'`,
  prefetches: sql`${clicks.kind} = 'prefetch'`,
};

/** Where a counted click came from, as columns of `click_origins`: the empty string is what nobody said. */
export const originOfClick = {
  month: sql<string>`date_trunc('month', ${clicks.hour} at time zone 'UTC')::date`,
  referrerHost: sql<string>`coalesce(${clicks.referrerHost}, '')`,
  device: sql<Device | "">`coalesce(${clicks.device}::text, '')`,
  country: sql<string>`coalesce(${clicks.country}, '')`,
};

/** What `click_hours` says of these clicks, with its columns in their order. */
export const hoursOf = (which: SQL): SQL => sql`
  select organization_id, link_id, hour, ${sql.join(
    Object.entries(kindsOfHits).map(
      ([name, kind]) => sql`count(*) filter (where ${kind})::int as ${sql.identifier(name)}`,
    ),
    sql`, `,
  )}
  from ${clicks} where ${which} group by organization_id, link_id, hour`;

/** What `click_origins` says of these clicks, likewise. */
export const originsOf = (which: SQL): SQL => sql`
  select organization_id, link_id, ${originOfClick.month} as month, ${originOfClick.referrerHost} as referrer_host,
    ${originOfClick.device} as device, ${originOfClick.country} as country, count(*)::int as counted
  from ${clicks} where counted and ${which} group by 1, 2, 3, 4, 5, 6`;

const isInBatch = and(
  eq(clicks.organizationId, clickBatches.organizationId),
  eq(clicks.batchId, clickBatches.id),
);

/** Read once, before the clicks: so partitions that have nothing that waits are never opened. */
const earliestWaiting = (organizationId: string): SQL =>
  sql`(select min(hour) from ${clickBatches} where organization_id = ${organizationId})`;

const isOneOf = (
  column: typeof clicks.linkId | typeof clickHours.linkId | typeof clickOrigins.linkId,
  linkIds: LinkIds,
): SQL => ("getSQL" in linkIds ? sql`${column} in ${linkIds}` : inArray(column, [...linkIds]));

const zeroOrOne = (condition: SQL) => sql<number>`(${condition})::int`;
