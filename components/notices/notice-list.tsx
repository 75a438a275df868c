import { sayMoment } from "#lib/calendar.ts";
import { cn } from "#lib/cn.ts";
import type { Notice } from "#lib/notices/schemas.ts";
import { NoticeWay } from "./notice-way.tsx";

type NoticeListProps = { notices: Notice[]; now: Date; timeZone: string };

/** What was told, newest first. What is new has a mark and stands in ink. */
export function NoticeList({ notices, now, timeZone }: NoticeListProps) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {notices.map((notice) => (
        <li key={notice.id} className="grid grid-cols-[0.75rem_1fr] gap-x-3 py-5">
          {notice.isRead ? (
            <span />
          ) : (
            <span role="img" aria-label="New" className="mt-2.5 size-2 rounded-full bg-accent" />
          )}
          <div className="grid min-w-0 gap-1">
            <h2
              className={cn("font-sans text-base leading-6", notice.isRead ? "font-normal" : "font-semibold")}
            >
              {notice.title}
            </h2>
            <p className="max-w-prose text-pretty text-quiet">{notice.body}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
              <NoticeWay notice={notice} />
              <time dateTime={notice.createdAt.toISOString()} className="text-quiet">
                {sayMoment(notice.createdAt, now, timeZone)}
              </time>
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
