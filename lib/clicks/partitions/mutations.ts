import { sql } from "drizzle-orm";
import { db, type Executor, type Transaction } from "#db/client.ts";
import { clock } from "#lib/clock.ts";
import { codeOf, isMissingPartition, isPassing } from "./database-error.ts";
import { addMonths, type Month, monthOf, partitionName } from "./month.ts";
import { listClickPartitions } from "./queries.ts";

const monthsAhead = 2;
const attempts = 20;

/** Makes the partitions of this month and the two to come. Every process may do so at once, and as often as it likes. */
export async function ensureClickPartitions(): Promise<void> {
  const thisMonth = monthOf(clock.now());
  for (let ahead = 0; ahead <= monthsAhead; ahead += 1)
    await ensureClickPartition(addMonths(thisMonth, ahead));
}

/** Makes a month's partition of clicks, if it is not there. Whoever writes clicks meanwhile does not wait for it. */
export async function ensureClickPartition(month: Month): Promise<void> {
  if ((await listClickPartitions()).includes(month)) return;
  await withBriefLocks((tx) => makeClickPartition(tx, month));
}

/**
 * Runs `write`, which stores clicks of these moments; when a month of theirs has no partition (a clock that jumped, an
 * old file that is replayed), makes it and runs `write` once more.
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

/** The same inside a transaction that nobody else waits for; does nothing when the partition is there. */
export async function makeClickPartition(tx: Executor, month: Month): Promise<void> {
  if ((await listClickPartitions(tx)).includes(month)) return;
  const name = sql.identifier(partitionName(month));
  const [from, to] = [month, addMonths(month, 1)].map((day) => sql.raw(`'${day}T00:00:00Z'`));
  // PARTITION OF would lock out everybody who reads or writes clicks; ATTACH lets them go on.
  await tx.execute(sql`create table ${name} (like clicks including all)`);
  await tx.execute(sql`alter table clicks attach partition ${name} for values from (${from}) to (${to})`);
}

/**
 * A transaction that changes tables without making others queue behind it: it gives up a lock that it does not get at
 * once, and tries again. Somebody else may be doing the same, so `change` looks first whether it is done.
 */
async function withBriefLocks(change: (tx: Transaction) => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction(async (tx) => {
        await tx.execute(sql`set local lock_timeout = '200ms'`);
        await change(tx);
      });
    } catch (error) {
      if (attempt === attempts || !isPassing(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50 + Math.random() * 200));
    }
  }
}
