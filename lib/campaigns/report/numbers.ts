import { toCsv } from "#lib/csv.ts";
import type { Reading } from "./schemas.ts";

/** A campaign's numbers for a spreadsheet, one a line, each with how it is known. */
export function numbersOf({ campaign, figures, goals, computedAt, rules }: Reading): string {
  const { name } = campaign;
  const line = (part: string, of: string, what: string, grade: string, value: number | null) =>
    [name, part, of, what, grade, value] as const;
  const both = (part: string, of: string, { shares, clicks }: { shares: number; clicks: number }) => [
    line(part, of, "shares", "attested", shares),
    line(part, of, "clicks", "measured", clicks),
  ];
  return toCsv([
    ["campaign", "part", "of", "what", "known", "value"],
    ["", "counted at", computedAt.toISOString(), "rules", "", rules],
    ...goals.flatMap(({ what, grade, done, goal, pace }) => [
      line("total", "", what.toLowerCase(), grade, done),
      line("goal", "", what.toLowerCase(), "", goal || null),
      ...(pace ? [line("at this pace", "", what.toLowerCase(), "modelled", pace.expected)] : []),
    ]),
    ...(figures.reportedShares === null
      ? []
      : [line("confirmed by a network", "", "shares", "reported", figures.reportedShares)]),
    ...figures.days.map(({ day, clicks }) => line("day", day, "clicks", "measured", clicks)),
    ...(figures.networks ?? []).flatMap((network) => both("network", network.name, network)),
    ...figures.stories.flatMap(({ title, figures }) => (figures ? both("story", title, figures) : [])),
    ...(figures.otherStories
      ? both("story", `${figures.otherStories.count} others together`, figures.otherStories)
      : []),
  ]);
}
