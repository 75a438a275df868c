import { sql } from "drizzle-orm";
import { db, type Executor, type Transaction } from "#db/client.ts";
import { droppedClickMonths } from "#db/schema/clicks.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { findWrongHours, findWrongOrigins } from "../verify/queries.ts";
import { codeOf, isMissingPartition, isPassing } from "./database-error.ts";
import { addMonths, type Month, monthOf, partitionName } from "./month.ts";
import { hasWaitingClicks, isDropped, listClickPartitions } from "./queries.ts";

const monthsAhead = 2;
const attempts = 20;

/**
 * Makes the partitions of this month and the two to come. Every process may do so at once, and as often as it likes. One
 * that cannot be made now holds nobody up: there is another try each day, and the last one when a click needs it.
 */
export async function ensureClickPartitions(): Promise<void> {
  const thisMonth = monthOf(clock.now());
  for (let ahead = 0; ahead <= monthsAhead; ahead += 1) {
    const month = addMonths(thisMonth, ahead);
    await ensureClickPartition(month).catch((error: unknown) =>
      log.error({ err: error, month }, "no partition could be made for the clicks of this month"),
    );
  }
}

/**
 * Makes a month's partition of clicks, if it is not there and was not dropped. Whoever writes clicks meanwhile does not
 * wait for it.
 */
export async function ensureClickPartition(month: Month): Promise<void> {
  if ((await listClickPartitions()).includes(month)) return;
  await withBriefLocks((tx) => makeClickPartition(tx, month));
}

/**
 * Runs `write`, which stores clicks of these moments; when a month of theirs has no partition (a clock that jumped, an
 * old file that is replayed), makes it and runs `write` once more. That fails for a month whose clicks were dropped.
 */
export async function withClickPartitions<Result>(
  moments: readonly Date[],
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (!isMissingPartition(error)) throw error;
    for (const month of new Set(moments.map(monthOf))) await ensureClickPartition(month);
    return write();
  }
}

/** Does nothing when the partition is there, or was. */
async function makeClickPartition(tx: Executor, month: Month): Promise<void> {
  if ((await listClickPartitions(tx)).includes(month)) return;
  if (await isDropped(tx, month)) return;
  await makeClickTable(tx, month);
  await attachClickTable(tx, month);
}

/** A table for a month's clicks, still by itself and without indexes: whoever has very many fills it first. */
export async function makeClickTable(tx: Executor, month: Month): Promise<void> {
  const name = sql.identifier(partitionName(month));
  await tx.execute(sql`create table ${name} (like clicks including constraints)`);
}

/** Makes it a partition, with the indexes and keys of the others. PARTITION OF would lock out whoever reads or writes clicks. */
export async function attachClickTable(tx: Executor, month: Month): Promise<void> {
  const name = sql.identifier(partitionName(month));
  const [from, to] = [month, addMonths(month, 1)].map((day) => sql.raw(`'${day}T00:00:00Z'`));
  await tx.execute(sql`alter table clicks attach partition ${name} for values from (${from}) to (${to})`);
}

/**
 * Drops the months whose every click is older than CLICK_RETENTION_MONTHS, and says which. A month is kept, and said
 * aloud, while one of its clicks waits for a roll-up or a scorer, or the roll-ups do not say what its clicks add up to.
 */
export async function dropOldClickPartitions(keptMonths = env.CLICK_RETENTION_MONTHS): Promise<Month[]> {
  if (keptMonths === 0) return [];
  const firstKept = addMonths(monthOf(clock.now()), -keptMonths);
  const dropped: Month[] = [];
  for (const month of await listClickPartitions())
    if (month < firstKept && (await withBriefLocks((tx) => dropIfDone(tx, month)))) dropped.push(month);
  return dropped;
}

async function dropIfDone(tx: Transaction, month: Month): Promise<boolean> {
  if (!(await listClickPartitions(tx)).includes(month)) return false;
  const partition = sql.identifier(partitionName(month));
  await tx.execute(sql`set local statement_timeout = 0`);
  // From here on nobody writes a click into this month.
  await tx.execute(sql`lock table ${partition} in share mode`);
  if (await hasWaitingClicks(tx, month)) {
    log.warn({ month }, "old clicks are kept: some wait to be scored or rolled up");
    return false;
  }
  const wrong = [...(await findWrongHours(tx, month)), ...(await findWrongOrigins(tx, month))];
  if (wrong.length > 0) {
    log.error(
      { month, wrong: wrong[0] },
      "old clicks are kept: the roll-ups differ; see npm run clicks:verify",
    );
    return false;
  }
  await tx.execute(sql`drop table ${partition}`);
  await tx.insert(droppedClickMonths).values({ month }).onConflictDoNothing();
  log.info({ month }, "old clicks were dropped; the roll-ups hold what they add up to");
  return true;
}

/**
 * A transaction that changes tables without making others queue behind it: it gives up a lock that it does not get at
 * once, and tries again. Somebody else may be doing the same, so `change` looks first whether it is done.
 */
async function withBriefLocks<Result>(change: (tx: Transaction) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(async (tx) => {
        await tx.execute(sql`set local lock_timeout = '200ms'`);
        return change(tx);
      });
    } catch (error) {
      if (attempt === attempts || !isPassing(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
    }
  }
}
