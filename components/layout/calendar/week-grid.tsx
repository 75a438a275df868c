"use client";

import { type CSSProperties, type ReactNode, useRef } from "react";
import { cn } from "#lib/cn.ts";
import type { Day } from "#lib/day.ts";
import { daysOfWeek, hoursShown, localTimeAt, type Place } from "#lib/week.ts";
import { sayWeekday } from "./say-weekday.ts";
import { type Aim, type CalendarEntry, useDrag } from "./use-drag.ts";

const hourRem = 4.25;
const stepMinutes = 15;

/** How a noun's entries look in a calendar, and what can be done with them. */
export type EntryView<Entry> = {
  canMove: (entry: Entry) => boolean;
  lookOf: (entry: Entry) => string;
  draw: (entry: Entry, time: string) => ReactNode;
  onOpen: (id: string) => void;
};

type WeekGridProps<Entry> = {
  monday: Day;
  today: Day;
  places: Place<Entry>[];
  view: EntryView<Entry>;
  onMove: (entry: Entry, local: string) => void;
};

/**
 * The week in seven columns, hours downwards. What can be moved is dragged to another time; pressing it opens everything else,
 * moving it by words included, so that nothing here needs a pointer.
 */
export function WeekGrid<Entry extends CalendarEntry>(props: WeekGridProps<Entry>) {
  const { monday, today, places, view, onMove } = props;
  const days = daysOfWeek(monday);
  const { from, to } = hoursShown(places.map(({ minute }) => minute));
  const field = useRef<HTMLDivElement>(null);
  const aimAt = (
    pointer: { clientX: number; clientY: number },
    _: Place<Entry>,
    grip: number,
  ): Aim | null => {
    const box = field.current?.getBoundingClientRect();
    if (!box) return null;
    const column = Math.floor(((pointer.clientX - box.left) / box.width) * days.length);
    const day = days[Math.max(0, Math.min(column, days.length - 1))];
    const minutes = ((pointer.clientY - grip - box.top) / box.height) * (to - from) * 60 + from * 60;
    const minute = Math.round(minutes / stepMinutes) * stepMinutes;
    return day ? { day, minute: Math.max(from * 60, Math.min(minute, to * 60 - stepMinutes)) } : null;
  };
  const { aim, dragged, handlersOf } = useDrag({ ...view, aimAt, onMove });
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
                    data-entry={place.entry.id}
                    {...handlersOf(place)}
                    style={standsAt(place, from)}
                    className={cn(
                      "absolute grid content-start gap-0.5 overflow-hidden rounded-md px-2 py-1.5 text-left hover:z-10 hover:bg-page focus-visible:z-10",
                      view.lookOf(place.entry),
                      view.canMove(place.entry) && "cursor-grab select-none active:cursor-grabbing",
                      dragged?.id === place.entry.id && aim && "opacity-40",
                    )}
                  >
                    {view.draw(place.entry, localTimeAt(day, place.minute).slice(11))}
                  </button>
                </li>
              ))}
          </ul>
        ))}
        {aim && dragged ? (
          <Aimed aim={aim} days={days} from={from}>
            {view.draw(dragged, localTimeAt(aim.day, aim.minute).slice(11))}
          </Aimed>
        ) : null}
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

type AimedProps = { aim: Aim; days: Day[]; from: number; children: ReactNode };

/** Where the card would land. */
function Aimed({ aim, days, from, children }: AimedProps) {
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
      {children}
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
