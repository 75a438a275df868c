import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { Hydrate } from "#components/layout/hydrate.tsx";
import { Calendar } from "#components/shares/calendar/calendar.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { getViewer } from "#lib/members/queries.ts";
import { listScheduled } from "#lib/shares/schedule/queries.ts";
import { scheduleQuery } from "#lib/shares/schedule/query-options.ts";
import { listScheduledInput } from "#lib/shares/schedule/schemas.ts";
import { rangeOfWeek, readMonday } from "#lib/week.ts";

export const metadata: Metadata = { title: "Your calendar" };

export default async function CalendarPage({ searchParams }: PageProps<"/me/calendar">) {
  const actor = await requireActor();
  const { timeZone } = (await getViewer(actor)).organization;
  const monday = readMonday((await searchParams).week, dayIn(timeZone, clock.now()));
  const range = rangeOfWeek(monday);
  const client = new QueryClient();
  const scheduled = await listScheduled(actor, listScheduledInput.parse(range));
  client.setQueryData(scheduleQuery(actor.organizationId, range).queryKey, scheduled);

  return (
    <Hydrate key={monday} state={dehydrate(client)}>
      <Calendar
        organizationId={actor.organizationId}
        monday={monday}
        usualZone={timeZone}
        now={clock.now().toISOString()}
      />
    </Hydrate>
  );
}
