import { Badge } from "#components/ui/badge.tsx";
import { sayDay } from "#lib/calendar.ts";
import { cn } from "#lib/cn.ts";
import { sayDue } from "#lib/reviews/deadlines/deadline.ts";
import type { DeskQueue, DeskStory, Visibility } from "#lib/stories/desk/schemas.ts";
import { deskAddress } from "./addresses.ts";
import { TurnLink } from "./turn.tsx";

type QueueListProps = { queue: DeskQueue; openId: string | undefined; now: Date; timeZone: string };

export function QueueList({ queue, openId, now, timeZone }: QueueListProps) {
  return (
    <nav aria-label="Stories in this queue">
      <ol className="-mt-2 grid grid-cols-1 divide-y divide-line lg:max-h-[calc(100dvh-7rem)] lg:overflow-y-auto">
        {queue.stories.map((story) => (
          <li key={story.id}>
            <TurnLink
              href={deskAddress(queue.tab, story.id)}
              aria-current={story.id === openId ? "true" : undefined}
              className="grid grid-cols-1 gap-0.5 border-l-2 border-transparent py-3 focus-visible:-outline-offset-2 lg:pr-2 lg:pl-3 lg:hover:bg-wash lg:aria-[current]:border-accent lg:aria-[current]:bg-wash"
            >
              <span className="line-clamp-2 font-serif text-lg leading-6 text-pretty lg:text-[1.0625rem] lg:leading-5.5">
                {story.title}
              </span>
              <span className="truncate text-sm leading-5 text-quiet">
                {[sourceOf(story), whenOf(story, now, timeZone)].join(" · ")}
              </span>
              <Marks story={story} now={now} timeZone={timeZone} />
            </TurnLink>
          </li>
        ))}
      </ol>
      {queue.stories.length < queue.counts[queue.tab] ? (
        <p className="border-t border-line py-3 text-sm text-quiet lg:pl-3">
          The first {queue.stories.length} of {queue.counts[queue.tab]} are shown.
        </p>
      ) : null}
    </nav>
  );
}

/** By when a decision is wanted, and what was said that the viewer has not read. */
function Marks({
  story: { dueAt, unread },
  now,
  timeZone,
}: {
  story: DeskStory;
  now: Date;
  timeZone: string;
}) {
  if (!dueAt && unread === 0) return null;
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-sm leading-5">
      {dueAt ? (
        <span className={cn("font-medium", dueAt <= now && "text-danger")}>
          {sayDue(dueAt, now, timeZone)}
        </span>
      ) : null}
      {unread > 0 ? (
        <Badge tone="accent">
          {unread} new {unread === 1 ? "comment" : "comments"}
        </Badge>
      ) : null}
    </span>
  );
}

function sourceOf({ suggestedByName, authorName }: DeskStory): string {
  return suggestedByName ? `Suggested by ${suggestedByName}` : authorName;
}

function whenOf({ visibility, updatedAt }: DeskStory, now: Date, timeZone: string): string {
  return visibility ? visibilities[visibility] : sayDay(updatedAt, now, timeZone);
}

const visibilities: Record<Visibility, string> = { live: "live", scheduled: "scheduled", expired: "expired" };
