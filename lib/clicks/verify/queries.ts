import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db, type Executor } from "#db/client.ts";
import { madeAt } from "#db/columns.ts";
import { clickBatches, clickHours, clickOrigins, clicks } from "#db/schema/clicks.ts";
import { addMonths, type Month, startOf } from "../partitions/month.ts";
import { listVerifiableMonths } from "../partitions/queries.ts";
import { hoursOf, type kindsOfHits, originsOf } from "../roll-ups/queries.ts";

/** Something that is stored and is not what the clicks say. */
export type ClickDifference = {
  organizationId: string;
  linkId: string;
  /** Which number it is, to be read after "has": "counted clicks in the hour from …". */
  what: string;
  stored: number;
  expected: number;
};

/** Where much is wrong, a part of it says so well enough. */
const mostOfOneKind = 1000;

export type ClickCheck = { months: Month[]; differences: ClickDifference[]; waiting: WaitingClicks };

/** What no roll-up has in it yet, and since when the oldest of it waits. */
export type WaitingClicks = { batches: number; clicks: number; since: Date | null };

/**
 * Adds up both roll-ups again from the clicks that are kept, without those that wait to be rolled up, and looks for
 * visitors who were not counted exactly once. All in one snapshot, so it may run while clicks come in.
 */
export async function checkClicks(): Promise<ClickCheck> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`set local statement_timeout = 0`);
      const months = await listVerifiableMonths(tx);
      const differences: ClickDifference[] = [];
      for (const month of months)
        differences.push(
          ...(await findWrongHours(tx, month)),
          ...(await findWrongOrigins(tx, month)),
          ...(await findWrongVisitors(tx, month)),
        );
      return { months, differences, waiting: await readWaiting(tx) };
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

const longestWaitMs = 3_600_000;

/** A worker rolls up within minutes: whatever waits longer waits for nobody. */
export const waitsTooLong = ({ since }: WaitingClicks, now: Date): boolean =>
  since !== null && now.getTime() - since.getTime() > longestWaitMs;

async function readWaiting(on: Executor): Promise<WaitingClicks> {
  const { rows } = z
    .object({
      rows: z.tuple([z.object({ batches: z.number(), clicks: z.number(), oldest: z.string().nullable() })]),
    })
    .parse(
      await on.execute(sql`select count(*)::int as batches, min(id::text) as oldest,
        (select count(*)::int from ${clickBatches} join ${clicks} on ${clicks.organizationId} = ${clickBatches.organizationId}
          and ${clicks.batchId} = ${clickBatches.id} where ${clicks.hour} >= (select min(hour) from ${clickBatches})) as clicks
        from ${clickBatches}`),
    );
  const [{ oldest, ...counts }] = rows;
  return { ...counts, since: oldest === null ? null : madeAt(oldest) };
}

export async function findWrongHours(on: Executor, month: Month): Promise<ClickDifference[]> {
  const kept = sql`select * from ${clickHours} where ${within(clickHours.hour, month)}`;
  const differences = await on.execute(sql`
    select organization_id as "organizationId", link_id as "linkId",
      kind || ' in the hour from ' || to_char(hour at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC' as what,
      stored, expected
    from (${hoursOf(isRolledUp(month))}) as log full join (${kept}) as kept using (organization_id, link_id, hour),
      lateral (values ${sql.join(
        Object.entries(wordsForKinds).map(([kind, words]) => {
          const column = sql.identifier(kind);
          return sql`(${words}, coalesce(kept.${column}, 0), coalesce(log.${column}, 0))`;
        }),
        sql`, `,
      )}) as each (kind, stored, expected)
    where stored <> expected limit ${mostOfOneKind}`);
  return parse(differences);
}

export async function findWrongOrigins(on: Executor, month: Month): Promise<ClickDifference[]> {
  const kept = sql`select * from ${clickOrigins} where ${clickOrigins.month} = ${month}`;
  const differences = await on.execute(sql`
    select organization_id as "organizationId", link_id as "linkId",
      format('counted clicks in %s from referrer "%s", device "%s", country "%s"',
        to_char(month, 'YYYY-MM'), referrer_host, device, country) as what,
      coalesce(kept.counted, 0) as stored, coalesce(log.counted, 0) as expected
    from (${originsOf(isRolledUp(month))}) as log full join (${kept}) as kept
      using (organization_id, link_id, month, referrer_host, device, country)
    where coalesce(kept.counted, 0) <> coalesce(log.counted, 0) limit ${mostOfOneKind}`);
  return parse(differences);
}

/** A visitor who came, and whom nothing speaks against, counts once per link and hour: no more, and no less. */
async function findWrongVisitors(on: Executor, month: Month): Promise<ClickDifference[]> {
  const differences = await on.execute(sql`
    select organization_id as "organizationId", link_id as "linkId",
      format('counted clicks of visitor %s in the hour from %s UTC', visitor,
        to_char(hour at time zone 'UTC', 'YYYY-MM-DD HH24:MI')) as what,
      count(*) filter (where counted)::int as stored, 1 as expected
    from ${clicks} where ${within(clicks.hour, month)} and kind = 'human' and exclusion is null
    group by organization_id, link_id, visitor, hour
    having count(*) filter (where counted) <> 1 limit ${mostOfOneKind}`);
  return parse(differences);
}

const wordsForKinds: Record<keyof typeof kindsOfHits, string> = {
  counted: "counted clicks",
  repeated: "repeated hits",
  own: "own hits",
  limited: "limited hits",
  bots: "hits by bots",
  prefetches: "prefetches",
};

const isRolledUp = (month: Month): SQL =>
  sql`${within(clicks.hour, month)} and not exists (select from ${clickBatches}
    where ${clickBatches.organizationId} = ${clicks.organizationId} and ${clickBatches.id} = ${clicks.batchId})`;

const within = (column: typeof clicks.hour | typeof clickHours.hour, month: Month): SQL =>
  sql`${column} >= ${startOf(month).toISOString()}::timestamptz
    and ${column} < ${startOf(addMonths(month, 1)).toISOString()}::timestamptz`;

const differences = z.object({
  rows: z.array(
    z.object({
      organizationId: z.string(),
      linkId: z.string(),
      what: z.string(),
      stored: z.number(),
      expected: z.number(),
    }),
  ),
});

const parse = (result: unknown): ClickDifference[] => differences.parse(result).rows;
