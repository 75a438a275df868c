import { ClicksOverTime } from "#components/clicks/clicks-over-time.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { sayDate, sayShortDate } from "#lib/day.ts";
import type { WeekOfClicks } from "#lib/shares/own/schemas.ts";

/** Clicks on all of the member's links, in the weeks up to today. */
export function ClicksChart({ weeks }: { weeks: WeekOfClicks[] }) {
  const columns = weeks.map(({ endsOn, clicks }) => ({
    key: endsOn,
    name: `Week to ${sayDate(endsOn)}`,
    mark: sayShortDate(endsOn),
    value: clicks,
  }));
  return (
    <section aria-labelledby="clicks" className="grid content-start gap-4">
      <h2 id="clicks" className="flex items-center gap-3 text-2xl">
        Clicks a week <Badge tone="measured">measured</Badge>
      </h2>
      <ClicksOverTime step="week" columns={columns} />
    </section>
  );
}
