import type { Metadata } from "next";
import Link from "next/link";
import { NoticeList } from "#components/notices/notice-list.tsx";
import { NoticePager } from "#components/notices/notice-pager.tsx";
import { ReadAll } from "#components/notices/read-all.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { getViewer } from "#lib/members/queries.ts";
import { listNotices } from "#lib/notices/queries.ts";
import { noticesFilters } from "#lib/notices/schemas.ts";

export const metadata: Metadata = { title: "Notices" };

export default async function NoticesPage({ searchParams }: PageProps<"/notices">) {
  const actor = await requireActor();
  const { organization } = await getViewer(actor);
  const { page } = noticesFilters.parse(await searchParams);
  const { notices, hasMore, unread } = await listNotices(actor, page);

  return (
    <div className="mx-auto grid max-w-3xl gap-8">
      <header className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-4xl leading-tight sm:text-5xl">Notices</h1>
        {unread > 0 ? <ReadAll /> : null}
      </header>
      {notices.length > 0 ? (
        <NoticeList notices={notices} now={clock.now()} timeZone={organization.timeZone} />
      ) : (
        <EmptyState title="Nothing to tell you.">
          When something needs you, such as an account to connect again or a post that did not leave, it
          stands here. <Link href="/">Back to the stories</Link>
        </EmptyState>
      )}
      <NoticePager page={page} hasMore={hasMore} />
    </div>
  );
}
