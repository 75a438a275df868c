import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { AuditEventDto, AuditPage } from "#lib/audit/schemas.ts";

type AuditListProps = { page: AuditPage; timeZone: string; isFirst: boolean };

/** Who did what, newest first, day by day. */
export function AuditList({ page, timeZone, isFirst }: AuditListProps) {
  const { events, nextBefore } = page;
  const dayOf = new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "full" });
  const timeOf = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  const days = Map.groupBy(events, (event) => dayOf.format(event.happenedAt));
  if (events.length === 0)
    return <EmptyState title="Nothing yet.">Whatever people do here from now on is kept.</EmptyState>;

  return (
    <div className="grid max-w-3xl gap-8">
      {[...days].map(([day, list]) => (
        <section key={day} aria-label={day} className="grid gap-1">
          <h2 className="text-xl">{day}</h2>
          <ul className="border-t border-line">
            {list.map((event) => (
              <AuditLine key={event.id} event={event} time={timeOf.format(event.happenedAt)} />
            ))}
          </ul>
        </section>
      ))}
      <nav aria-label="Pages" className="flex gap-3">
        {isFirst ? null : (
          <Link href="/admin/audit" className={buttonClasses("secondary", "sm")}>
            Newest
          </Link>
        )}
        {nextBefore ? (
          <Link href={`/admin/audit?before=${nextBefore}`} className={buttonClasses("secondary", "sm")}>
            Older
          </Link>
        ) : null}
      </nav>
    </div>
  );
}

function AuditLine({ event, time }: { event: AuditEventDto; time: string }) {
  return (
    <li className="grid grid-cols-[4rem_minmax(0,1fr)] border-b border-line py-2.5">
      <time dateTime={event.happenedAt.toISOString()} className="text-quiet tabular">
        {time}
      </time>
      <span>
        <span className="font-medium">{event.who}</span> {event.did}
        {event.subject ? <span className="text-quiet"> {event.subject}</span> : null}
      </span>
    </li>
  );
}
