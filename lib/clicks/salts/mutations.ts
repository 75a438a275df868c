import { eq, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { visitorSalts } from "#db/schema/clicks.ts";

/**
 * Stores the salt of a UTC day, unless another process stored one first, and deletes those of the days before: with
 * them goes the way back to a visitor.
 * @returns the day's salt, ours or the other's
 */
export async function storeSalt(day: string, ours: Uint8Array): Promise<Uint8Array> {
  return db.transaction(async (tx) => {
    await tx.insert(visitorSalts).values({ day, salt: ours }).onConflictDoNothing();
    await tx.delete(visitorSalts).where(lt(visitorSalts.day, day));
    const [row] = await tx.select().from(visitorSalts).where(eq(visitorSalts.day, day));
    if (!row) throw new Error("the visitor salt was deleted while it was made");
    return row.salt;
  });
}
