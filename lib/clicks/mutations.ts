import { randomBytes } from "node:crypto";
import { eq, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { clicks, visitorSalts } from "#db/schema/clicks.ts";
import { clock } from "#lib/clock.ts";
import { countedHits, type Hit, hourOf } from "./counted-hits.ts";

/** A hit with its id, made before the write: writing it again stores and counts nothing twice. */
export type NewClick = Hit & { id: string; organizationId: string; referrerHost: string | null };

export const newClick = (hit: Omit<NewClick, "id">): NewClick => ({ id: newId(), ...hit });

/**
 * Stores hits for good and answers with the ids of those that count. Takes as many as there are, so that whoever
 * collects hits that arrive together can write them in one go. Two processes may write the same visitor's hits at the
 * same moment: the unique index lets one of them count, and the other is stored without counting.
 */
export async function recordClicks(hits: readonly NewClick[]): Promise<Set<string>> {
  const candidates = countedHits(hits);
  const won = candidates.length > 0 ? await insert(candidates, true) : [];
  const counted = new Set(won.map(({ id }) => id));
  const rest = hits.filter(({ id }) => !counted.has(id));
  if (rest.length > 0) await insert(rest, false);
  return counted;
}

// Two statements and no transaction: whoever is stopped in between sent no redirect yet, and writes the hit again.
const insert = (hits: readonly NewClick[], counted: boolean) =>
  db
    .insert(clicks)
    .values(hits.map((hit) => ({ ...hit, hour: hourOf(hit.clickedAt), counted })))
    .onConflictDoNothing()
    .returning({ id: clicks.id });

/** The salt of this UTC day. Making it deletes those of the days before, and with them the way back to a visitor. */
export async function getVisitorSalt(): Promise<Uint8Array> {
  const day = clock.now().toISOString().slice(0, 10);
  if (known?.day !== day) known = { day, salt: await findOrMakeSalt(day) };
  return known.salt;
}

let known: { day: string; salt: Uint8Array } | undefined;

async function findOrMakeSalt(day: string): Promise<Uint8Array> {
  return db.transaction(async (tx) => {
    await tx
      .insert(visitorSalts)
      .values({ day, salt: randomBytes(32) })
      .onConflictDoNothing();
    await tx.delete(visitorSalts).where(lt(visitorSalts.day, day));
    const [row] = await tx.select().from(visitorSalts).where(eq(visitorSalts.day, day));
    if (!row) throw new Error("the visitor salt was deleted while it was made");
    return row.salt;
  });
}
