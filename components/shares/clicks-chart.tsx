import { Badge } from "#components/ui/badge.tsx";
import { sayDate } from "#lib/day.ts";
import type { WeekOfClicks } from "#lib/shares/own/schemas.ts";

const height = 100;
const slot = 20;

/** Clicks a week as bars, and the same as a table. */
export function ClicksChart({ weeks }: { weeks: WeekOfClicks[] }) {
  const most = Math.max(...weeks.map((week) => week.clicks), 1);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (!first || !last) return null;
  return (
    <section aria-labelledby="clicks" className="grid content-start gap-4">
      <h2 id="clicks" className="flex items-center gap-3 text-2xl">
        Clicks a week{" "}
        <Badge tone="measured" className="font-sans tracking-normal">
          measured
        </Badge>
      </h2>
      <figure className="grid gap-1.5">
        <p className="tabular text-sm text-quiet">
          {most} {most === 1 ? "click" : "clicks"}
        </p>
        <svg
          role="img"
          aria-label={`Clicks a week from ${sayDate(first.endsOn)} to ${sayDate(last.endsOn)}: ${weeks.map((week) => week.clicks).join(", ")}.`}
          viewBox={`0 0 ${weeks.length * slot} ${height}`}
          preserveAspectRatio="none"
          className="h-40 w-full border-y border-line text-measured"
        >
          {weeks.map((week, index) => (
            <Bar key={week.endsOn} week={week} index={index} most={most} />
          ))}
        </svg>
        <figcaption className="flex justify-between text-sm text-quiet">
          <span>Week to {sayDate(first.endsOn)}</span>
          <span>this week</span>
        </figcaption>
      </figure>
      <AsTable weeks={weeks} />
    </section>
  );
}

function Bar({ week, index, most }: { week: WeekOfClicks; index: number; most: number }) {
  const tall = (week.clicks / most) * height;
  return (
    <rect x={index * slot + 3} y={height - tall} width={slot - 6} height={tall} fill="currentColor">
      <title>{`${week.clicks} in the week to ${sayDate(week.endsOn)}`}</title>
    </rect>
  );
}

function AsTable({ weeks }: { weeks: WeekOfClicks[] }) {
  return (
    <details className="text-sm">
      <summary className="w-fit cursor-pointer text-quiet hover:text-ink">As a table</summary>
      <table className="tabular mt-3 w-full max-w-xs text-left">
        <thead>
          <tr className="border-b border-line text-quiet">
            <th scope="col" className="py-1.5 font-medium">
              Week to
            </th>
            <th scope="col" className="py-1.5 text-right font-medium">
              Clicks
            </th>
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week.endsOn} className="border-b border-line">
              <th scope="row" className="py-1.5 font-normal">
                {sayDate(week.endsOn)}
              </th>
              <td className="py-1.5 text-right">{week.clicks}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
