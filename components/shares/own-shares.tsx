import { CalendarDays } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClasses } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { dayIn, sayDate } from "#lib/day.ts";
import { networks } from "#lib/networks/networks.ts";
import type { OwnShare, OwnSharesPage } from "#lib/shares/own/schemas.ts";
import { type OwnPages, Pager } from "./pager.tsx";
import { ShareStateBadge } from "./share-state-badge.tsx";

type OwnSharesProps = {
  page: OwnSharesPage;
  pages: OwnPages;
  timeZone: string;
  /** Stands under the list. */
  children: ReactNode;
};

/** What the member shared, and what became of it. */
export function OwnShares({ page, pages, timeZone, children }: OwnSharesProps) {
  return (
    <section aria-labelledby="shares" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="shares" className="text-2xl">
          What you shared
        </h2>
        <Link href="/me/calendar" className={buttonClasses("secondary", "sm")}>
          <CalendarDays aria-hidden /> Your calendar
        </Link>
      </div>
      {page.shares.length === 0 ? (
        <EmptyState
          title="Nothing shared yet"
          className="py-8"
          action={
            <Link href="/" className={buttonClasses("primary")}>
              Find a story
            </Link>
          }
        >
          Pick a story that you would tell a friend about.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {page.shares.map((share) => (
            <Row key={share.id} share={share} timeZone={timeZone} />
          ))}
        </ul>
      )}
      <Pager of="shares" pages={pages} hasMore={page.hasMore} />
      {children}
    </section>
  );
}

function Row({ share, timeZone }: { share: OwnShare; timeZone: string }) {
  const day = dayIn(timeZone, share.sharedAt);
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[1fr_auto] sm:items-center">
      <div className="min-w-0">
        <Link href={`/shares/${share.id}`} className="font-serif text-lg leading-6 hover:underline">
          {share.storyTitle}
        </Link>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
          <span>{networks[share.network].name}</span>
          <time dateTime={day}>{sayDate(day)}</time>
          <ShareStateBadge state={share.state} />
          {share.postUrl ? (
            <a
              href={share.postUrl}
              rel="noreferrer"
              target="_blank"
              className="text-accent underline underline-offset-4"
            >
              Your post
            </a>
          ) : null}
        </p>
      </div>
      <p className="tabular flex gap-4 text-sm whitespace-nowrap sm:text-right">
        <span className="sm:w-20">
          <span className="text-lg font-medium">{share.clicks}</span>{" "}
          {share.clicks === 1 ? "click" : "clicks"}
        </span>
        <span className="text-quiet sm:w-22">
          <span className="text-lg font-medium text-ink">{share.points}</span> points
        </span>
      </p>
    </li>
  );
}
