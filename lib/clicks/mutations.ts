import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { clickBatches, clicks } from "#db/schema/clicks.ts";
import { countedHits, type Exclusion, type Hit, hourOf } from "./counted-hits.ts";
import type { Device } from "./device.ts";
import { withClickPartitions } from "./partitions/mutations.ts";

/** A hit with its id, made before the write: writing it again stores and counts nothing twice. */
export type NewClick = Hit & {
  id: string;
  organizationId: string;
  referrerHost: string | null;
  exclusion: Exclusion | null;
  device: Device | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
};

type Unsaid = Pick<NewClick, "exclusion" | "device" | "country">;

export const newClick = (hit: Omit<NewClick, "id" | keyof Unsaid> & Partial<Unsaid>): NewClick => ({
  id: newId(),
  exclusion: null,
  device: null,
  country: null,
  ...hit,
});

/**
 * Stores hits for good and answers with the ids of those that count. Takes as many as there are, so that whoever
 * collects hits that arrive together can write them in one go. Two processes may write the same visitor's hits at the
 * same moment: the unique index lets one of them count, and the other is stored without counting.
 */
export async function recordClicks(hits: readonly NewClick[]): Promise<Set<string>> {
  if (hits.length === 0) return new Set();
  // In one order for everybody, so that two writers of the same visitors never wait for each other.
  const inOrder = hits.toSorted((one, other) => (one.visitor < other.visitor ? -1 : 1));
  return withClickPartitions(
    hits.map(({ clickedAt }) => clickedAt),
    () => db.transaction((tx) => write(tx, inOrder)),
  );
}

async function write(tx: Transaction, hits: readonly NewClick[]): Promise<Set<string>> {
  const batches = await openBatches(tx, hits);
  const candidates = countedHits(hits);
  const won = candidates.length > 0 ? await insert(tx, candidates, batches, true) : [];
  const counted = new Set(won.map(({ id }) => id));
  const rest = hits.filter(({ id }) => !counted.has(id));
  if (rest.length > 0) await insert(tx, rest, batches, false);
  return counted;
}

/** A batch for each organization, which says that its hits are not rolled up yet. */
async function openBatches(tx: Transaction, hits: readonly NewClick[]): Promise<Map<string, string>> {
  const batches = new Map(hits.map(({ organizationId }) => [organizationId, newId()]));
  await tx.insert(clickBatches).values([...batches].map(([organizationId, id]) => ({ organizationId, id })));
  return batches;
}

const insert = (tx: Transaction, hits: readonly NewClick[], batches: Map<string, string>, counted: boolean) =>
  tx
    .insert(clicks)
    .values(
      hits.map((hit) => ({
        ...hit,
        hour: hourOf(hit.clickedAt),
        batchId: batches.get(hit.organizationId),
        counted,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: clicks.id });
