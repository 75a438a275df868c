import { lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { visitorSalts } from "#db/schema/clicks.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";

/** Deletes the visitor salts of the days (in UTC) before today. */
export async function deleteOldSalts(): Promise<void> {
  await db.delete(visitorSalts).where(lt(visitorSalts.day, dayIn("UTC", clock.now())));
}
