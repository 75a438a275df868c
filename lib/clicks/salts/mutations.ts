import { eq, lt, max, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { visitorSalts } from "#db/schema/clicks.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";

/**
 * Stores the salt of a UTC day, unless another process stored one first, and deletes all but the latest day's: with
 * them goes the way back to a visitor. Rejects for a day that is over.
 * @returns the day's salt, ours or the other's
 */
export async function storeSalt(day: string, ours: Uint8Array): Promise<Uint8Array> {
  return db.transaction(async (tx) => {
    await tx.insert(visitorSalts).values({ day, salt: ours }).onConflictDoNothing();
    const latest = tx.select({ day: max(visitorSalts.day) }).from(visitorSalts);
    await tx.delete(visitorSalts).where(lt(visitorSalts.day, latest));
    const [row] = await tx.select().from(visitorSalts).where(eq(visitorSalts.day, day));
    if (!row) throw new Error("a later day has a visitor salt already");
    return row.salt;
  });
}

/** Deletes the salts of the days before today, and writes the table anew so that no page of it holds them. */
export async function deleteOldSalts(): Promise<void> {
  await db.delete(visitorSalts).where(lt(visitorSalts.day, dayIn("UTC", clock.now())));
  await db.execute(sql`vacuum full ${visitorSalts}`);
}
