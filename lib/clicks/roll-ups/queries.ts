import { type SQL, sql } from "drizzle-orm";
import { clicks } from "#db/schema/clicks.ts";

/** These clicks by link and hour, each in one of six kinds: what `click_hours` holds, in the order of its columns. */
export const hoursOf = (which: SQL): SQL => sql`
  select organization_id, link_id, hour,
    count(*) filter (where counted)::int as counted,
    count(*) filter (where kind = 'human' and not counted and exclusion is null)::int as repeated,
    count(*) filter (where kind = 'human' and exclusion = 'own')::int as own,
    count(*) filter (where kind = 'human' and exclusion = 'limited')::int as limited,
    count(*) filter (where kind = 'bot')::int as bots,
    count(*) filter (where kind = 'prefetch')::int as prefetches
  from ${clicks} where ${which} group by organization_id, link_id, hour`;

/** The counted ones of these clicks by link, month and where they came from: what `click_origins` holds, likewise. */
export const originsOf = (which: SQL): SQL => sql`
  select organization_id, link_id, date_trunc('month', hour at time zone 'UTC')::date as month,
    coalesce(referrer_host, '') as referrer_host, coalesce(device::text, '') as device,
    coalesce(country, '') as country, count(*)::int as counted
  from ${clicks} where counted and ${which} group by 1, 2, 3, 4, 5, 6`;
