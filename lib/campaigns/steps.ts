import { addDays, type Day, mondayOf, sayShortDate } from "#lib/day.ts";

type Step = { key: string; name: string; mark: string; value: number };

const weekday = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  weekday: "short",
  day: "numeric",
  month: "short",
});

/** Clicks by day as a page has room for them: by the day up to nine weeks, by the week beyond. */
export function clickSteps(days: readonly { day: Day; clicks: number }[]): {
  step: "day" | "week";
  columns: Step[];
} {
  if (days.length <= 63)
    return {
      step: "day",
      columns: days.map(({ day, clicks }) => ({
        key: day,
        name: weekday.format(new Date(`${day}T00:00:00Z`)),
        mark: sayShortDate(day),
        value: clicks,
      })),
    };
  const weeks = Map.groupBy(days, ({ day }) => mondayOf(day));
  const columns = [...weeks].map(([monday, of]) => ({
    key: monday,
    name: `${sayShortDate(of[0]?.day ?? monday)} to ${sayShortDate(of.at(-1)?.day ?? addDays(monday, 6))}`,
    mark: sayShortDate(monday),
    value: of.reduce((sum, { clicks }) => sum + clicks, 0),
  }));
  return { step: "week", columns };
}
