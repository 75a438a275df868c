"use client";

import Link from "next/link";
import { cn } from "#lib/cn.ts";
import type { Day } from "#lib/day.ts";
import { localTimeAt, type Place } from "#lib/week.ts";
import { sayWeekday } from "./say-weekday.ts";
import { type Aim, type CalendarEntry, useDrag } from "./use-drag.ts";
import type { EntryView } from "./week-grid.tsx";

const mostInDay = 4;

type MonthGridProps<Entry> = {
  /** Whole weeks from a Monday. */
  days: readonly Day[];
  /** `2026-11`: what else is drawn steps back. */
  month: string;
  today: Day;
  places: Place<Entry>[];
  view: EntryView<Entry>;
  hrefOfDay: (day: Day) => string;
  onMove: (entry: Entry, local: string) => void;
};

/** A month in weeks. A card is dragged to another day and keeps its time of day; pressing it opens everything else. */
export function MonthGrid<Entry extends CalendarEntry>(props: MonthGridProps<Entry>) {
  const { days, month, today, places, view, hrefOfDay, onMove } = props;
  const { aim, dragged, handlersOf } = useDrag({ ...view, aimAt: dayUnder, onMove });

  return (
    <div className="max-lg:hidden">
      <div aria-hidden className="grid grid-cols-7">
        {days.slice(0, 7).map((day) => (
          <p key={day} className="px-2 pb-2 text-sm text-quiet">
            {sayWeekday(day, "short").split(" ")[0]}
          </p>
        ))}
      </div>
      <ol className="grid grid-cols-7 border-t border-l border-line">
        {days.map((day) => {
          const ofDay = places.filter((place) => place.day === day);
          return (
            <li
              key={day}
              data-day={day}
              aria-label={sayWeekday(day, "long")}
              className={cn(
                "grid min-h-32 content-start gap-1 border-r border-b border-line p-1.5",
                !day.startsWith(month) && "bg-wash",
                aim?.day === day && "bg-accent/10 outline-2 -outline-offset-2 outline-accent",
              )}
            >
              <Link
                href={hrefOfDay(day)}
                className={cn(
                  "tabular justify-self-start px-1 text-sm text-quiet hover:text-ink hover:underline",
                  day === today && "font-semibold text-accent",
                )}
              >
                <span className="sr-only">Week of {sayWeekday(day, "long")}</span>
                <span aria-hidden>{Number(day.slice(8))}</span>
                {day === today ? <span className="sr-only">, today</span> : null}
              </Link>
              {ofDay.slice(0, mostInDay).map((place) => (
                <button
                  key={place.entry.id}
                  type="button"
                  data-entry={place.entry.id}
                  {...handlersOf(place)}
                  className={cn(
                    "grid min-w-0 gap-0.5 overflow-hidden rounded-md px-2 py-1 text-left hover:bg-page",
                    view.lookOf(place.entry),
                    view.canMove(place.entry) && "cursor-grab select-none active:cursor-grabbing",
                    dragged?.id === place.entry.id && aim && "opacity-40",
                  )}
                >
                  {view.draw(place.entry, localTimeAt(day, place.minute).slice(11))}
                </button>
              ))}
              {ofDay.length > mostInDay ? (
                <Link href={hrefOfDay(day)} className="px-1 text-sm text-quiet underline underline-offset-4">
                  {ofDay.length - mostInDay} more
                </Link>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function dayUnder<Entry>(
  pointer: { clientX: number; clientY: number },
  { minute }: Place<Entry>,
): Aim | null {
  const under = document.elementFromPoint(pointer.clientX, pointer.clientY);
  const day = under?.closest<HTMLElement>("[data-day]")?.dataset.day;
  return day ? { day, minute } : null;
}
