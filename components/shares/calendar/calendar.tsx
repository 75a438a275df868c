"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { DayList } from "#components/layout/calendar/day-list.tsx";
import { WeekGrid } from "#components/layout/calendar/week-grid.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { addDays, type Day, dayIn, mondayOf, sayDate, sayShortDate } from "#lib/day.ts";
import { scheduleQuery } from "#lib/shares/schedule/query-options.ts";
import type { ScheduledShare } from "#lib/shares/schedule/schemas.ts";
import { sayZone } from "#lib/time-zone-name.ts";
import { daysOfWeek, placeInWeek, rangeOfWeek } from "#lib/week.ts";
import { useTimeZone } from "../use-time-zone.ts";
import { EntryCard, lookOf } from "./entry-card.tsx";
import { EntryDialog } from "./entry-dialog.tsx";
import { useMove } from "./use-move.ts";

type CalendarProps = {
  organizationId: string;
  monday: Day;
  /** The organization's zone, until the browser says the member's own. */
  usualZone: string;
  now: string;
};

/** What Herald publishes for the member in a week: to look at, to move, to change and to call off. */
export function Calendar({ organizationId, monday, usualZone, now: renderedAt }: CalendarProps) {
  const timeZone = useTimeZone(usualZone);
  const now = new Date(renderedAt);
  const { data: scheduled = [], isError } = useQuery(scheduleQuery(organizationId, rangeOfWeek(monday)));
  const [openId, setOpenId] = useState<string | null>(null);
  const { move, moved } = useMove(organizationId, timeZone);
  const places = placeInWeek(
    scheduled.map((entry) => ({ ...entry, at: moved[entry.id] ?? entry.at })),
    monday,
    timeZone,
  );
  const view = {
    canMove: (entry: ScheduledShare) => entry.isWaiting,
    lookOf,
    draw: (entry: ScheduledShare, time: string) => <EntryCard entry={entry} time={time} />,
    onOpen: setOpenId,
  };
  const opened = scheduled.find(({ id }) => id === openId);

  return (
    <div className="grid gap-6">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
        <div>
          <h1 className="text-4xl leading-tight sm:text-5xl">Your calendar</h1>
          <p className="mt-2 text-quiet">
            {sayShortDate(monday)} to {sayDate(addDays(monday, 6))}, on the clocks of {sayZone(timeZone, now)}
            .
          </p>
        </div>
        <WeekLinks monday={monday} thisWeek={mondayOf(dayIn(timeZone, now))} />
      </header>
      {isError ? (
        <p role="status" className="text-sm text-quiet">
          It could not be read again just now. This is how it was.
        </p>
      ) : null}
      {places.length === 0 ? (
        <EmptyState
          title="Nothing is planned this week"
          className="border-y border-line"
          action={
            <Link href="/" className={buttonClasses("primary")}>
              Find a story
            </Link>
          }
        >
          Choose “Schedule…” when you share a story, and it waits here until it leaves.
        </EmptyState>
      ) : (
        <>
          <WeekGrid monday={monday} today={dayIn(timeZone, now)} places={places} view={view} onMove={move} />
          <DayList label="The week" days={daysOfWeek(monday)} places={places} view={view} />
          <p className="text-sm text-quiet max-lg:hidden">
            Drag a post to move it. Enter opens one to move or change it.
          </p>
        </>
      )}
      {opened ? (
        <EntryDialog organizationId={organizationId} entry={opened} onClose={() => setOpenId(null)} />
      ) : null}
    </div>
  );
}

function WeekLinks({ monday, thisWeek }: { monday: Day; thisWeek: Day }) {
  const to = (week: Day) => `/me/calendar?week=${week}`;
  return (
    <nav aria-label="Weeks" className="flex items-center gap-2">
      <Link href={to(addDays(monday, -7))} className={buttonClasses("secondary", "sm")}>
        <ChevronLeft aria-hidden /> <span className="sr-only">The week before</span>
      </Link>
      <Link
        href="/me/calendar"
        aria-current={monday === thisWeek ? "page" : undefined}
        className={buttonClasses("secondary", "sm")}
      >
        This week
      </Link>
      <Link href={to(addDays(monday, 7))} className={buttonClasses("secondary", "sm")}>
        <ChevronRight aria-hidden /> <span className="sr-only">The week after</span>
      </Link>
    </nav>
  );
}
