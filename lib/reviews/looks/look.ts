export type Seen = { seenVersion: number; seenVersionBefore: number | null };

/** What is written down when somebody is shown a version: the one before stays known for as long as this one is the newest. */
export function look(seen: Seen | null, version: number): Seen {
  if (seen && seen.seenVersion >= version) return seen;
  return { seenVersion: version, seenVersionBefore: seen?.seenVersion ?? null };
}

/** The version that they saw before the one that stands now; the same before and after `look`. Null when there is none. */
export function seenBefore(seen: Seen | null, version: number): number | null {
  return look(seen, version).seenVersionBefore;
}
