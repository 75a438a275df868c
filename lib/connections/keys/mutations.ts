import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { StartError } from "#lib/errors.ts";
import { namesOfKeys, open, seal } from "#lib/key-ring.ts";
import { listKeysInUse, listSealedByOthers, type SealedColumn, sealedColumns } from "./queries.ts";

const batch = 200;

/** How many texts of each column were sealed anew. */
export type Rotated = { column: string; count: number };

/**
 * Seals everything anew under the first key of the ring. May run while Herald does: what was replaced meanwhile is left as it
 * is. Throws before anything is changed when a key is missing, or there is none.
 */
export async function rotateKeys(): Promise<Rotated[]> {
  const [first, ...others] = namesOfKeys();
  if (!first) throw new StartError("ENCRYPTION_KEYS is not set: there is no key to seal with.");
  const missing = (await listKeysInUse()).filter((name) => name !== first && !others.includes(name));
  if (missing.length > 0)
    throw new StartError(
      `ENCRYPTION_KEYS lacks ${missing.join(" and ")}, under which something is sealed still. Put it behind ${first} and run this again; nothing was changed.`,
    );
  const rotated = [];
  for (const column of sealedColumns) rotated.push(await rotateColumn(column, first));
  return rotated;
}

async function rotateColumn(column: SealedColumn, first: string): Promise<Rotated> {
  let count = 0;
  for (;;) {
    const old = await listSealedByOthers(column, first, batch);
    for (const row of old) count += await reseal(column, row);
    if (old.length < batch) return { column: `${column.table}.${column.name}`, count };
  }
}

/** No two sealed texts are alike, so the old one says which row is meant, and whether it is still that. */
async function reseal(
  { table, name, place, column }: SealedColumn,
  { organizationId, row, sealed }: { organizationId: string; row: string; sealed: string },
): Promise<number> {
  const at = { organizationId, row, column };
  const anew = seal(open(sealed, at), at);
  const { rowCount } = updated.parse(
    await db.execute(sql`update ${sql.identifier(table)} set ${sql.identifier(name)} = ${anew}
      where ${place.organizationId} = ${organizationId} and ${place.row} = ${row} and ${sql.identifier(name)} = ${sealed}`),
  );
  return rowCount;
}

const updated = z.object({ rowCount: z.number() });
