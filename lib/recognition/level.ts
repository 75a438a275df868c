/** Names in plain words; points of all time that each begins with. */
const levels = [
  { name: "Newcomer", from: 0 },
  { name: "Contributor", from: 50 },
  { name: "Regular", from: 250 },
  { name: "Storyteller", from: 750 },
  { name: "Mainstay", from: 2000 },
] as const;

export type Level = { name: string; next: { name: string; missing: number } | null };

/** The level of so many points, and what is missing to the next. */
export function levelOf(points: number): Level {
  const reached = Math.max(
    0,
    levels.findLastIndex(({ from }) => points >= from),
  );
  const next = levels[reached + 1];
  return {
    name: levels[reached]?.name ?? levels[0].name,
    next: next ? { name: next.name, missing: Math.ceil(next.from - points) } : null,
  };
}
