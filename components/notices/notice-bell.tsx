import { Bell } from "lucide-react";
import Link from "next/link";

const most = 9;

/** The way to the notices, with how many are new. */
export function NoticeBell({ unread }: { unread: number }) {
  return (
    <Link
      href="/notices"
      className="relative grid size-9 shrink-0 place-items-center rounded-full text-quiet hover:text-ink"
    >
      <Bell aria-hidden className="size-5" strokeWidth={1.75} />
      {unread > 0 ? (
        <span
          aria-hidden
          className="tabular absolute -top-0.5 -right-0.5 min-w-4.5 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4.5 font-semibold text-accent-ink"
        >
          {unread > most ? `${most}+` : unread}
        </span>
      ) : null}
      <span className="sr-only">{unread === 0 ? "Notices" : `Notices, ${unread} new`}</span>
    </Link>
  );
}
