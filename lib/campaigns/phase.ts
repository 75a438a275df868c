import type { Day } from "#lib/day.ts";

export const phases = ["running", "coming", "over"] as const;
export type Phase = (typeof phases)[number];

type Dated = { startsOn: Day; endsOn: Day; closedAt: Date | null };

/** Where a campaign stands on a day of the organization. A closed one is over, whatever its dates. */
export function phaseOn(today: Day, { startsOn, endsOn, closedAt }: Dated): Phase {
  if (closedAt || endsOn < today) return "over";
  return startsOn > today ? "coming" : "running";
}

/** How many days of the campaign there are, and how many have begun. */
export function countDays(today: Day, { startsOn, endsOn }: Omit<Dated, "closedAt">) {
  const between = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const total = between(startsOn, endsOn);
  return { total, begun: Math.min(Math.max(between(startsOn, today), 0), total) };
}
