import { smallestGroup } from "./schemas.ts";

/** Clicks of one kind, and the members who confirmed the shares that brought them; with how many shares, where that is told too. */
export type Line = { name: string; people: ReadonlySet<string>; clicks: number; shares?: number };

/**
 * The same clicks in lines of at least five people. What fewer brought is joined with the next smallest until it is a
 * group, so that nobody's own result can be read, nor worked out from the others. Null when nothing is left to tell apart.
 */
export function groupLines(lines: readonly Line[]): Line[] | null {
  const shown = lines
    .filter(({ people, clicks }) => people.size > 0 || clicks > 0)
    .sort((one, other) => other.people.size - one.people.size || other.clicks - one.clicks);
  const joined: Line[] = [];
  const isShort = () => joined.length > 0 && isSmall(join(joined));
  while (shown.some(isSmall) || (isShort() && shown.length > 0)) joined.unshift(...shown.splice(-1));
  if (shown.length === 0) return null;
  return joined.length > 0 ? [...shown, join(joined)] : shown;
}

/** Lines of one name as one. */
export function joinNamesakes(lines: readonly Line[]): Line[] {
  const byName = Map.groupBy(lines, ({ name }) => name);
  return [...byName].map(([name, namesakes]) => ({ ...join(namesakes), name }));
}

export const everybodyOf = (lines: readonly Line[]): Set<string> =>
  new Set(lines.flatMap(({ people }) => [...people]));

const isSmall = ({ people }: Line): boolean => people.size < smallestGroup;

const join = (lines: Line[]): Line => ({
  name: sayNames(lines.map(({ name }) => name)),
  people: everybodyOf(lines),
  clicks: lines.reduce((sum, { clicks }) => sum + clicks, 0),
  ...(lines.some(({ shares }) => shares !== undefined) && {
    shares: lines.reduce((sum, { shares = 0 }) => sum + shares, 0),
  }),
});

const sayNames = (names: string[]): string =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 2).join(", ")} and ${names.length - 2} more`;
