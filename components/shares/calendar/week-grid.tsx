"use client";

import { type CSSProperties, useRef } from "react";
import { cn } from "#lib/cn.ts";
import type { Day } from "#lib/day.ts";
import type { ScheduledShare } from "#lib/shares/schedule/schemas.ts";
import { daysOfWeek, hoursShown, localTimeAt, type Place } from "#lib/shares/schedule/week.ts";
import { EntryCard, lookOf } from "./entry-card.tsx";
import { sayWeekday } from "./say-weekday.ts";
import { type Aim, useDrag } from "./use-drag.ts";

const hourRem = 4.25;

type WeekGridProps = {
  monday: Day;
  today: Day;
  places: Place<ScheduledShare>[];
  onOpen: (id: string) => void;
  onMove: (entry: ScheduledShare, local: string) => void;
};

/**
 * The week in seven columns, hours downwards. What waits is dragged to another time; pressing it opens everything else, moving
 * it by words included, so that nothing here needs a pointer.
 */
export function WeekGrid({ monday, today, places, onOpen, onMove }: WeekGridProps) {
  const days = daysOfWeek(monday);
  const { from, to } = hoursShown(places.map(({ minute }) => minute));
  const field = useRef<HTMLDivElement>(null);
  const { aim, dragged, handlersOf } = useDrag({ field, days, from, to, onMove, onOpen });
  const hours = Array.from({ length: to - from }, (_, count) => from + count);

  return (
    <div className="grid grid-cols-[3rem_minmax(0,1fr)] max-lg:hidden">
      <div />
      <div className="grid grid-cols-7">
        {days.map((day) => (
          <p
            key={day}
            className={cn(
              "border-b border-line px-2 pb-2 text-sm text-quiet",
              day === today && "font-medium text-accent",
            )}
          >
            {sayWeekday(day, "short")}
            {day === today ? <span className="sr-only">, today</span> : null}
          </p>
        ))}
      </div>
      <div aria-hidden className="tabular relative text-xs text-quiet">
        {hours.map((hour, at) => (
          <span
            key={hour}
            className="absolute right-2 -translate-y-1/2 first:translate-y-0"
            style={{ top: `${at * hourRem}rem` }}
          >
            {hour}:00
          </span>
        ))}
      </div>
      <div
        ref={field}
        className="relative grid grid-cols-7"
        style={{ height: `${hours.length * hourRem}rem` }}
      >
        <HourLines hours={hours} />
        {days.map((day) => (
          <ul
            key={day}
            aria-label={sayWeekday(day, "long")}
            className={cn("relative border-r border-line first:border-l", day === today && "bg-accent/5")}
          >
            {places
              .filter((place) => place.day === day)
              .map((place) => (
                <li key={place.entry.id}>
                  <button
                    type="button"
                    data-share={place.entry.id}
                    {...handlersOf(place.entry)}
                    style={standsAt(place, from)}
                    className={cn(
                      "absolute grid content-start gap-0.5 overflow-hidden rounded-md px-2 py-1.5 text-left hover:z-10 hover:bg-page focus-visible:z-10",
                      lookOf(place.entry),
                      place.entry.isWaiting && "cursor-grab select-none active:cursor-grabbing",
                      dragged?.id === place.entry.id && aim && "opacity-40",
                    )}
                  >
                    <EntryCard entry={place.entry} time={localTimeAt(day, place.minute).slice(11)} />
                  </button>
                </li>
              ))}
          </ul>
        ))}
        {aim && dragged ? <Aimed aim={aim} days={days} from={from} entry={dragged} /> : null}
      </div>
    </div>
  );
}

function HourLines({ hours }: { hours: number[] }) {
  return (
    <div aria-hidden className="absolute inset-0">
      {hours.map((hour, at) => (
        <div
          key={hour}
          className="absolute inset-x-0 border-t border-line first:border-0"
          style={{ top: `${at * hourRem}rem` }}
        />
      ))}
    </div>
  );
}

/** Where the card would land. */
function Aimed({ aim, days, from, entry }: { aim: Aim; days: Day[]; from: number; entry: ScheduledShare }) {
  const column = days.indexOf(aim.day);
  return (
    <div
      aria-hidden
      className="pointer-events-none absolute z-20 overflow-hidden rounded-md border border-accent bg-raised px-2 py-1.5 shadow-float"
      style={{
        ...standsAt({ minute: aim.minute, lane: 0, lanes: 1 }, from),
        left: `calc(${(column / 7) * 100}% + 0.125rem)`,
        width: "calc(100% / 7 - 0.25rem)",
      }}
    >
      <EntryCard entry={entry} time={localTimeAt(aim.day, aim.minute).slice(11)} />
    </div>
  );
}

const standsAt = (
  { minute, lane, lanes }: { minute: number; lane: number; lanes: number },
  from: number,
): CSSProperties => ({
  top: `${((minute - from * 60) / 60) * hourRem}rem`,
  height: `${hourRem - 0.25}rem`,
  left: `calc(${(lane / lanes) * 100}% + 0.125rem)`,
  width: `calc(${100 / lanes}% - 0.25rem)`,
});
