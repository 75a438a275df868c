import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { sayDay } from "#lib/calendar.ts";
import { cn } from "#lib/cn.ts";
import { sayDue } from "#lib/reviews/deadlines/deadline.ts";
import type { WaitingPage, WaitingStory } from "#lib/reviews/waiting/schemas.ts";

type WaitingStoriesProps = { waiting: WaitingPage; now: Date; timeZone: string };

/** The stories that somebody without the desk is asked about, for the topics whose approver they are. */
export function WaitingStories({
  waiting: { stories, page, pageCount },
  now,
  timeZone,
}: WaitingStoriesProps) {
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-1 gap-8">
      <header className="grid gap-2">
        <h1 className="text-4xl leading-tight">Review</h1>
        <p className="max-w-measure text-quiet">
          Stories about your topics go out once one of their approvers has said yes.
        </p>
      </header>
      {stories.length === 0 ? (
        <EmptyState title="Nothing waits for you">
          <p>You are told when a story about one of your topics is handed in.</p>
        </EmptyState>
      ) : (
        <ol className="grid grid-cols-1 divide-y divide-line border-y border-line">
          {stories.map((story) => (
            <li key={story.id}>
              <Waiting story={story} now={now} timeZone={timeZone} />
            </li>
          ))}
        </ol>
      )}
      <Paging page={page} pageCount={pageCount} hrefOf={(other) => `/reviews?page=${other}`} />
    </div>
  );
}

function Waiting({ story, now, timeZone }: { story: WaitingStory; now: Date; timeZone: string }) {
  const { dueAt, unread } = story;
  return (
    <Link href={`/reviews/${story.id}`} className="grid grid-cols-1 gap-1.5 py-5 hover:bg-wash sm:px-3">
      <span dir="auto" className="font-serif text-2xl leading-7 text-pretty wrap-anywhere">
        {story.title}
      </span>
      <span className="text-quiet">
        {story.authorName} · {story.topicNames.join(", ")} · {sayDay(story.updatedAt, now, timeZone)}
      </span>
      <span className="flex flex-wrap items-center gap-2 text-sm empty:hidden">
        {dueAt ? (
          <span className={cn("font-medium", dueAt <= now && "text-danger")}>
            {sayDue(dueAt, now, timeZone)}
          </span>
        ) : null}
        {story.hasSaidYes ? <Badge>you said yes</Badge> : null}
        {unread > 0 ? (
          <Badge tone="accent">
            {unread} new {unread === 1 ? "comment" : "comments"}
          </Badge>
        ) : null}
      </span>
    </Link>
  );
}
