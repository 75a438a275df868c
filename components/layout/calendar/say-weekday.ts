import type { Day } from "#lib/day.ts";

/** "Wednesday 25 November", or "Wed 25" where there is little room. */
export const sayWeekday = (day: Day, length: "long" | "short"): string =>
  new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: length,
    day: "numeric",
    ...(length === "long" ? { month: "long" } : {}),
  }).format(new Date(`${day}T00:00:00Z`));
