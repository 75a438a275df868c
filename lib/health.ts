import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { connection } from "#db/client.ts";
import { clickLog } from "#lib/clicks/click-log.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { bucketFailingSince } from "#lib/stories/images/bucket.ts";
import { within } from "#lib/within.ts";

type DatabaseHealth = { reasons: string[]; oldestOverdueJobSeconds: number | null };
export type Readiness = DatabaseHealth & {
  ready: boolean;
  /** Clicks that are safe in the write-ahead file and not in the database yet. */
  clicksWaiting: number;
  /** What does not work as it should and keeps nobody from being served. */
  warnings: string[];
};

const pingMilliseconds = 1000;
/** A job this late means that the worker of this process does not work. */
const overdueSeconds = 600;

const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });
const newestMigration = Math.max(
  ...journal
    .parse(JSON.parse(readFileSync(join(process.cwd(), "db/migrations/meta/_journal.json"), "utf8")))
    .entries.map((entry) => entry.when),
);

/** Whether this process can do its work just now, and if not, why. */
export async function checkReadiness(): Promise<Readiness> {
  const { reasons, oldestOverdueJobSeconds } = await checkDatabase();
  const all = [...reasons, ...reasonsOfClicks()];
  const clicksWaiting = clickLog.state.waiting;
  return {
    ready: all.length === 0,
    reasons: all,
    oldestOverdueJobSeconds,
    clicksWaiting,
    warnings: warningsOfImages(),
  };
}

function warningsOfImages(): string[] {
  const since = bucketFailingSince();
  return since ? [`images: the bucket does not answer since ${since.toISOString()}; the log says more`] : [];
}

function reasonsOfClicks(): string[] {
  const { isAway, isLosing, waiting } = clickLog.state;
  if (isLosing) return ["clicks: neither the database nor the disk takes them, so they are lost"];
  if (isAway) return [`clicks: the database takes none; ${waiting} wait in the write-ahead file`];
  return [];
}

async function checkDatabase(): Promise<DatabaseHealth> {
  try {
    return await within(pingMilliseconds, askDatabase());
  } catch (error) {
    // Anybody may ask, and a database's own words name hosts, users and queries: those are for the log.
    log.warn({ err: error }, "not ready: the database did not answer as it should");
    const reasons = ["database: it does not answer as it should; the log says more"];
    return { reasons, oldestOverdueJobSeconds: null };
  }
}

async function askDatabase(): Promise<DatabaseHealth> {
  const { applied, has_jobs } = await one(
    sql`select (select max(created_at) from drizzle.__drizzle_migrations) as applied,
      to_regclass('pgboss.job') is not null as has_jobs`,
    z.object({ applied: z.coerce.number(), has_jobs: z.boolean() }),
  );
  const overdue = has_jobs ? await oldestOverdueJob() : null;

  const reasons: string[] = [];
  if (applied < newestMigration)
    reasons.push("migrations: the database is older than this version of Herald");
  if (env.HERALD_ROLE !== "web" && overdue !== null && overdue > overdueSeconds)
    reasons.push(`jobs: the oldest has been due for ${overdue} seconds`);
  return { reasons, oldestOverdueJobSeconds: overdue };
}

/** How long the oldest job that should have run has been waiting, in seconds. */
async function oldestOverdueJob(): Promise<number | null> {
  const { since } = await one(
    sql`select min(start_after) as since from pgboss.job
      where state in ('created', 'retry') and start_after < ${clock.now().toISOString()}::timestamptz`,
    z.object({ since: z.coerce.date().nullable() }),
  );
  return since && Math.round((clock.now().getTime() - since.getTime()) / 1000);
}

async function one<Schema extends z.ZodType>(query: ReturnType<typeof sql>, row: Schema) {
  const result: unknown = await connection().db.execute(query);
  return z.object({ rows: z.tuple([row]) }).parse(result).rows[0];
}
