import { randomUUIDv7 } from "node:crypto";
import { z } from "zod";
import { newId } from "#db/columns.ts";
import { askClickConnection } from "./click-connection.ts";
import { countedHits, type Exclusion, type Hit } from "./counted-hits.ts";
import type { Device } from "./device.ts";
import { insertStatement } from "./insert-statement.ts";
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
  // Node's own is ten times as fast as newId's, which also keeps the order within a millisecond: clicks can do without.
  id: randomUUIDv7(),
  exclusion: null,
  device: null,
  country: null,
  ...hit,
});

/**
 * Stores hits for good, all of them or none. Storing a hit again changes nothing. Many cost little more than one.
 * @returns the organizations that have a new counted click, and the ids of hits on links that are not there
 */
export async function recordClicks(hits: readonly NewClick[]): Promise<z.infer<typeof recorded>> {
  // In one order for everybody, so that two processes with hits of the same visitors never wait for each other.
  const inOrder = hits.toSorted(byKey);
  const first = new Set(countedHits(inOrder));
  const { rows } = await withClickPartitions(
    hits.map(({ clickedAt }) => clickedAt),
    () => askClickConnection(insertStatement(inOrder, first, newId())),
  );
  return recorded.parse(rows[0]);
}

function byKey(one: NewClick, other: NewClick): number {
  return (
    compare(one.visitor, other.visitor) ||
    compare(one.linkId, other.linkId) ||
    one.clickedAt.getTime() - other.clickedAt.getTime()
  );
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const recorded = z.object({ organizations: z.array(z.string()), unknown: z.array(z.string()) });
