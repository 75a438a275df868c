import { type SQLWrapper, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { addDays, type Day } from "#lib/day.ts";
import { noClicks } from "./click-sums.ts";
import { type HourRange, hitsOn, type LinkIds, originsOn } from "./roll-ups/queries.ts";
import type { ClickDay, ClickHour, ClickOrigins, ClickSums } from "./schemas.ts";

/** Days are days in `timeZone`; both ends are included. */
export type DayRange = { from: Day; to: Day; timeZone: string };

/** All hits on these links together, as they are at this moment. */
export async function sumClicks(actor: Actor, linkIds: LinkIds): Promise<ClickSums> {
  const hits = hitsOn(actor, linkIds);
  const [sums] = await db.select(sumsOf(hits)).from(hits);
  return sums ?? noClicks;
}

/** The same link by link. A link that nobody opened is not in the map. */
export async function sumClicksByLink(actor: Actor, linkIds: LinkIds): Promise<Map<string, ClickSums>> {
  const hits = hitsOn(actor, linkIds);
  const rows = await db
    .select({ linkId: hits.linkId, sums: sumsOf(hits) })
    .from(hits)
    .groupBy(hits.linkId);
  return new Map(rows.map(({ linkId, sums }) => [linkId, sums]));
}

/**
 * The hits on these links day by day, each day of the range in its place. An hour belongs to the day in which it
 * begins: where clocks are half an hour off (India, Nepal), a day ends with the UTC hour that midnight falls into.
 */
export async function listClickDays(actor: Actor, linkIds: LinkIds, range: DayRange): Promise<ClickDay[]> {
  const { from, to, timeZone } = range;
  const midnight = (day: Day) => sql`${day}::timestamp at time zone ${timeZone}`;
  const hits = hitsOn(actor, linkIds, { from: midnight(from), to: midnight(addDays(to, 1)) });
  const day = sql<string>`(${hits.hour} at time zone ${timeZone})::date::text`;
  const rows = await db
    .select({ day: day.as("day"), ...sumsOf(hits) })
    .from(hits)
    .groupBy(sql`1`);
  const byDay = new Map(rows.map((row) => [row.day, row]));
  const days: ClickDay[] = [];
  for (let each = from; each <= to; each = addDays(each, 1))
    days.push(byDay.get(each) ?? { day: each, ...noClicks });
  return days;
}

/** The hits on these links by UTC hour, earliest first. An hour in which nobody came is left out. */
export async function listClickHours(
  actor: Actor,
  linkIds: LinkIds,
  range: HourRange = {},
): Promise<ClickHour[]> {
  const hits = hitsOn(actor, linkIds, range);
  return db
    .select({ hour: hits.hour, ...sumsOf(hits) })
    .from(hits)
    .groupBy(hits.hour)
    .orderBy(hits.hour);
}

/** Where the counted clicks on these links came from. */
export async function listClickOrigins(actor: Actor, linkIds: LinkIds): Promise<ClickOrigins> {
  const origins = originsOn(actor, linkIds);
  const clicks = sql<number>`sum(${origins.counted})`.mapWith(Number);
  const rows = await db
    .select({
      host: origins.referrerHost,
      device: origins.device,
      country: origins.country,
      // Which of the three is the column that was grouped by: 3, 5 and 6 are the others' bits.
      grouping: sql<number>`grouping(${origins.referrerHost}, ${origins.device}, ${origins.country})`,
      clicks,
    })
    .from(origins)
    .groupBy(sql`grouping sets ((${origins.referrerHost}), (${origins.device}), (${origins.country}))`)
    .orderBy(sql`5 desc, 1, 2, 3`);
  const grouped = (by: number) => rows.filter(({ grouping }) => grouping === by);
  return {
    referrers: grouped(3).map(({ host, clicks }) => ({ host: host || null, clicks })),
    devices: grouped(5).map(({ device, clicks }) => ({ device: device || null, clicks })),
    countries: grouped(6).map(({ country, clicks }) => ({ country: country || null, clicks })),
  };
}

type Hits = ReturnType<typeof hitsOn>;

const sumsOf = (hits: Hits) => ({
  counted: total(hits.counted),
  repeated: total(hits.repeated),
  own: total(hits.own),
  limited: total(hits.limited),
  bots: total(hits.bots),
  prefetches: total(hits.prefetches),
});

const total = (column: SQLWrapper) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number);
