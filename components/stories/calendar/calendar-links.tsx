import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { addDays, type Day, mondayOf } from "#lib/day.ts";
import { addMonths } from "#lib/month.ts";

export type Span = "month" | "week";

export const hrefOf = (span: Span, day: Day) => `/desk/calendar?view=${span}&day=${day}`;

/** To the time before, to today, to the time after, and to the other way to look. */
export function CalendarLinks({ span, day, today }: { span: Span; day: Day; today: Day }) {
  const to = (count: number) =>
    hrefOf(span, span === "month" ? addMonths(day, count) : addDays(mondayOf(day), count * 7));
  const spans: Span[] = ["month", "week"];
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <nav aria-label="Month or week" className="flex gap-2">
        {spans.map((each) => (
          <Link
            key={each}
            href={hrefOf(each, day)}
            aria-current={each === span ? "page" : undefined}
            className={buttonClasses(
              "secondary",
              "sm",
              "aria-[current]:border-accent aria-[current]:text-accent",
            )}
          >
            {each === "month" ? "Month" : "Week"}
          </Link>
        ))}
      </nav>
      <nav aria-label="Other times" className="flex items-center gap-2">
        <Link href={to(-1)} className={buttonClasses("secondary", "sm")}>
          <ChevronLeft aria-hidden /> <span className="sr-only">The {span} before</span>
        </Link>
        <Link href={hrefOf(span, today)} className={buttonClasses("secondary", "sm")}>
          Today
        </Link>
        <Link href={to(1)} className={buttonClasses("secondary", "sm")}>
          <ChevronRight aria-hidden /> <span className="sr-only">The {span} after</span>
        </Link>
      </nav>
    </div>
  );
}
