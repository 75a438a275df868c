import type { Metadata } from "next";
import Link from "next/link";
import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { StoryCalendar } from "#components/stories/calendar/story-calendar.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn, mondayOf } from "#lib/day.ts";
import { getViewer } from "#lib/members/queries.ts";
import { daysOfMonth } from "#lib/month.ts";
import { listPlanned } from "#lib/stories/calendar/queries.ts";
import { daysOfWeek, readDay } from "#lib/week.ts";

export const metadata: Metadata = { title: "Calendar" };

export default async function DeskCalendarPage({ searchParams }: PageProps<"/desk/calendar">) {
  const actor = await requireActor();
  const { timeZone } = (await getViewer(actor)).organization;
  const search = await searchParams;
  const span = search.view === "week" ? "week" : "month";
  const day = readDay(search.day, dayIn(timeZone, clock.now()));
  const days = span === "week" ? daysOfWeek(mondayOf(day)) : daysOfMonth(day);
  const planned = await listPlanned(actor, { from: days[0] ?? day, to: days.at(-1) ?? day });
  return (
    <>
      <DeskHeading title="Calendar" here="/desk/calendar">
        <Link href="/desk/stories/health" className={buttonClasses("secondary", "sm")}>
          Content health
        </Link>
      </DeskHeading>
      <StoryCalendar {...({ span, day, days, planned, timeZone } as const)} now={clock.now().toISOString()} />
    </>
  );
}
