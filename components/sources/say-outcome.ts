import type { PollOutcome } from "#lib/sources/schemas.ts";

/** What came of asking a source. */
export function sayOutcome(name: string, { arrived, made, error }: PollOutcome): string {
  if (error) return `${name}: ${error}`;
  if (arrived === 0) return `${name} has nothing new`;
  const items = arrived === 1 ? "1 new item" : `${arrived} new items`;
  return made > 0 ? `${name}: ${items}, ${made} became stories` : `${name}: ${items}`;
}
