import { cn } from "#lib/cn.ts";
import { sayShortDate } from "#lib/day.ts";
import type { Streak, WeekMark } from "#lib/recognition/streak.ts";

const looks: Record<WeekMark, string> = {
  shared: "bg-ink",
  frozen: "border border-dashed border-ink",
  none: "border border-line",
  running: "border border-edge",
};
const words: Record<WeekMark, string> = {
  shared: "shared",
  frozen: "bridged by a freeze",
  none: "no share",
  running: "still running",
};

/** Twelve weeks as marks, and how long the streak is. */
export function StreakWeeks({ streak: { weeks, freezes, marks } }: { streak: Streak }) {
  return (
    <div className="grid content-start gap-2">
      <p className="font-serif text-3xl leading-tight">
        {weeks === 0 ? "No streak" : weeks === 1 ? "One week" : `${weeks} weeks in a row`}
      </p>
      <ol className="flex gap-1.5" aria-label="The last twelve weeks">
        {marks.map(({ monday, mark }) => (
          <li
            key={monday}
            title={`${sayShortDate(monday)}: ${words[mark]}`}
            className={cn("h-6 w-3 rounded-sm", looks[mark])}
          >
            <span className="sr-only">
              Week of {sayShortDate(monday)}: {words[mark]}
            </span>
          </li>
        ))}
      </ol>
      <p className="text-sm text-quiet">
        {freezes === 0
          ? "Every fourth week in a row earns a freeze, for a week without a share."
          : `${freezes === 1 ? "One freeze is" : `${freezes} freezes are`} kept for weeks without a share.`}
      </p>
    </div>
  );
}
