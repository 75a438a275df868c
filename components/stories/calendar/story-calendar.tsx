"use client";

import { useState } from "react";
import { DayList } from "#components/layout/calendar/day-list.tsx";
import { MonthGrid } from "#components/layout/calendar/month-grid.tsx";
import { WeekGrid } from "#components/layout/calendar/week-grid.tsx";
import { addDays, type Day, dayIn, mondayOf, sayDate, sayShortDate } from "#lib/day.ts";
import { sayMonth } from "#lib/month.ts";
import type { Planned, PlannedMoment } from "#lib/stories/calendar/schemas.ts";
import { sayZone } from "#lib/time-zone-name.ts";
import { placeOnDays } from "#lib/week.ts";
import { CalendarLinks, hrefOf, type Span } from "./calendar-links.tsx";
import { lookOf, MomentCard } from "./moment-card.tsx";
import { MomentDialog } from "./moment-dialog.tsx";
import { useMove } from "./use-move.ts";

type StoryCalendarProps = {
  span: Span;
  day: Day;
  days: Day[];
  planned: Planned;
  timeZone: string;
  now: string;
};

/** What goes live and what expires in a month or a week, on the organization's clocks: to look at and to move. */
export function StoryCalendar(props: StoryCalendarProps) {
  const { span, day, days, planned, timeZone } = props;
  const now = new Date(props.now);
  const today = dayIn(timeZone, now);
  const [openId, setOpenId] = useState<string | null>(null);
  const { move, moved } = useMove(timeZone);
  const moments = planned.moments.map((entry) => ({ ...entry, at: moved[entry.id] ?? entry.at }));
  const places = placeOnDays(moments, days, timeZone);
  const opened = moments.find(({ id }) => id === openId);
  const view = {
    canMove: (entry: PlannedMoment) => entry.whyFixed === null,
    lookOf,
    draw: (entry: PlannedMoment, time: string) => <MomentCard entry={entry} time={time} />,
    onOpen: setOpenId,
  };

  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div>
          <h2 className="text-2xl">{span === "month" ? sayMonth(day) : sayWeek(day)}</h2>
          <p className="text-sm text-quiet">On the clocks of {sayZone(timeZone, now)}.</p>
        </div>
        <CalendarLinks span={span} day={day} today={today} />
      </div>
      {planned.isCut ? (
        <p role="status">
          More is planned here than can be drawn. {span === "month" ? "Look at it week by week." : ""}
        </p>
      ) : null}
      {span === "month" ? (
        <MonthGrid
          days={days}
          month={day.slice(0, 7)}
          today={today}
          places={places}
          view={view}
          hrefOfDay={(each) => hrefOf("week", each)}
          onMove={move}
        />
      ) : (
        <WeekGrid monday={mondayOf(day)} today={today} places={places} view={view} onMove={move} />
      )}
      <DayList label={`The ${span}`} days={days} places={places} view={view} />
      <p className="text-sm text-quiet">
        {places.length === 0 ? `Nothing goes live or expires this ${span}. ` : null}
        <span className="max-lg:hidden">
          Drag a card to move it; Enter opens one. A broken edge: nobody has approved that story yet.
        </span>
      </p>
      {opened ? (
        <MomentDialog
          entry={opened}
          timeZone={timeZone}
          now={now}
          onMove={(local) => move(opened, local)}
          onClose={() => setOpenId(null)}
        />
      ) : null}
    </div>
  );
}

const sayWeek = (day: Day): string =>
  `${sayShortDate(mondayOf(day))} to ${sayDate(addDays(mondayOf(day), 6))}`;
