import { smallestGroup } from "#lib/boards/schemas.ts";
import type { NetworkClicks } from "./schemas.ts";

type Line = NetworkClicks & { people: number };

/**
 * Clicks by network, each line of at least five people who shared there. What fewer chose is joined with the next smallest
 * until it is a group, so that nobody's own result can be read, nor worked out from the others. Null when that leaves one line.
 */
export function networkClicks(lines: readonly Line[]): NetworkClicks[] | null {
  const shown = lines.toSorted((one, other) => other.people - one.people || other.clicks - one.clicks);
  const joined: Line[] = [];
  const isShort = () => joined.length > 0 && people(joined) < smallestGroup;
  while (shown.some((line) => line.people < smallestGroup) || (isShort() && shown.length > 0))
    joined.unshift(...shown.splice(-1));
  if (isShort()) return null;
  const all = joined.length > 0 ? [...shown, join(joined)] : shown;
  if (all.length < 2) return null;
  return all.map(({ name, clicks }) => ({ name, clicks })).sort((one, other) => other.clicks - one.clicks);
}

const people = (lines: readonly Line[]): number => lines.reduce((sum, line) => sum + line.people, 0);

const join = (lines: Line[]): Line => ({
  name: lines.map(({ name }) => name).join(", "),
  people: people(lines),
  clicks: lines.reduce((sum, line) => sum + line.clicks, 0),
});
