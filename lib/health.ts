import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { connection } from "#db/client.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

export type Readiness = { ready: boolean; reasons: string[]; oldestOverdueJobSeconds: number | null };

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
  try {
    return await withinTime(askDatabase());
  } catch (error) {
    // Anybody may ask, and a database's own words name hosts, users and queries: those are for the log.
    log.warn({ err: error }, "not ready: the database did not answer as it should");
    const reasons = ["database: it does not answer as it should; the log says more"];
    return { ready: false, reasons, oldestOverdueJobSeconds: null };
  }
}

async function askDatabase(): Promise<Readiness> {
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
  return { ready: reasons.length === 0, reasons, oldestOverdueJobSeconds: overdue };
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

async function withinTime<Value>(work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("did not answer within a second")), pingMilliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
