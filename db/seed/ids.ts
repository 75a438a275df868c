import { v7 as uuidv7 } from "uuid";
import type { Random } from "#db/seed/random.ts";

export type MakeId = (at: Date) => string;

/** UUIDv7s whose time is the fact's own and whose rest comes from the seed: the same every time, and sorting truly. */
export function createIds(random: Random): MakeId {
  return (at) =>
    uuidv7({ msecs: at.getTime(), random: random.bytes(16), seq: random.between(0, 0x7fffffff) });
}
