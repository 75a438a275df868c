/**
 * Ranks by points, most first. Equals share a rank and the ranks they take up are left out (1, 2, 2, 4); who has no
 * points has no rank.
 * @returns a rank for each value, in the order given
 */
export function rankPoints(points: readonly number[]): (number | null)[] {
  const firstPlace = new Map<number, number>();
  const sorted = [...points].sort((a, b) => b - a);
  for (const [index, value] of sorted.entries()) if (!firstPlace.has(value)) firstPlace.set(value, index + 1);
  return points.map((value) => (value > 0 ? (firstPlace.get(value) ?? null) : null));
}
