import { type SQL, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { clickHours, clickOrigins } from "#db/schema/clicks.ts";
import { hoursOf, originsOf } from "./queries.ts";

/** Adds clicks to both roll-ups. Rows are written in the order of their keys, so that two never wait for each other. */
export async function addToRollUps(tx: Executor, which: SQL): Promise<void> {
  await tx.execute(sql`insert into ${clickHours} as kept
    ${hoursOf(which)} order by organization_id, link_id, hour
    on conflict (organization_id, link_id, hour) do update set
      counted = kept.counted + excluded.counted, repeated = kept.repeated + excluded.repeated,
      own = kept.own + excluded.own, limited = kept.limited + excluded.limited,
      bots = kept.bots + excluded.bots, prefetches = kept.prefetches + excluded.prefetches`);
  await tx.execute(sql`insert into ${clickOrigins} as kept
    ${originsOf(which)} order by 1, 2, 3, 4, 5, 6
    on conflict (organization_id, link_id, month, referrer_host, device, country)
      do update set counted = kept.counted + excluded.counted`);
}
