import { ArrowLeft, FileUp, Plus } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { type OpenReview, ReviewParts } from "#components/reviews/review-parts.tsx";
import { StoryHistory } from "#components/reviews/story-history.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#lib/cn.ts";
import type { OutsideReviewer } from "#lib/reviews/outside/schemas.ts";
import type { DeskTotals } from "#lib/stories/clicks/schemas.ts";
import type { DeskQueue } from "#lib/stories/desk/schemas.ts";
import type { StoryDetails } from "#lib/stories/schemas.ts";
import { deskAddress } from "./addresses.ts";
import { DeskEmpty } from "./desk-empty.tsx";
import { DeskKeys } from "./desk-keys.tsx";
import { DeskTabs } from "./desk-tabs.tsx";
import { QueueList } from "./queue-list.tsx";
import { StoryPane } from "./story-pane.tsx";
import { TurnProvider } from "./turn.tsx";

type DeskProps = {
  queue: DeskQueue;
  open:
    | (OpenReview & {
        story: StoryDetails;
        totals: DeskTotals | null;
        outside: OutsideReviewer[];
        invite: ReactNode;
      })
    | null;
  /** On a phone the desk is a list until somebody asks for a story. */
  isAskedFor: boolean;
  now: Date;
  timeZone: string;
};

/** The queue at the left, the story in the middle, what happened to it at the right. */
export function Desk({ queue, open, isAskedFor, now, timeZone }: DeskProps) {
  return (
    <TurnProvider>
      <div className="grid grid-cols-1 gap-5">
        <div className={cn("-mb-8", isAskedFor && "max-lg:hidden")}>
          <DeskHeading title="Desk" here="/desk">
            <DeskKeys queue={queue} openId={open?.story.id} />
            <Button asChild variant="ghost">
              <Link href="/desk/stories/import">
                <FileUp aria-hidden />
                Import
              </Link>
            </Button>
            <Button asChild>
              <Link href="/desk/stories/new">
                <Plus aria-hidden />
                New story
              </Link>
            </Button>
          </DeskHeading>
        </div>
        <div className={cn(isAskedFor && "max-lg:hidden")}>
          <DeskTabs queue={queue} />
        </div>
        {queue.stories.length === 0 && !isAskedFor ? (
          <DeskEmpty tab={queue.tab} />
        ) : (
          <div className="grid grid-cols-1 gap-8 lg:grid-cols-[17rem_minmax(0,1fr)] xl:grid-cols-[18rem_minmax(0,1fr)_16rem]">
            <div className={cn("lg:sticky lg:top-20 lg:self-start", isAskedFor && "max-lg:hidden")}>
              <QueueList queue={queue} openId={open?.story.id} now={now} timeZone={timeZone} />
            </div>
            {open ? (
              <>
                <div className={cn("grid grid-cols-1 content-start gap-4", !isAskedFor && "max-lg:hidden")}>
                  <Link
                    href={deskAddress(queue.tab)}
                    className="inline-flex items-center gap-1.5 justify-self-start text-sm text-quiet hover:text-ink lg:hidden"
                  >
                    <ArrowLeft aria-hidden className="size-4" />
                    Queue
                  </Link>
                  <StoryPane
                    story={open.story}
                    totals={open.totals}
                    review={
                      <ReviewParts
                        {...open}
                        action="/desk"
                        kept={{ tab: queue.tab, story: open.story.id }}
                        now={now}
                        timeZone={timeZone}
                      />
                    }
                    whyNotDecide={open.sheet.whyNotDecide}
                    nextHref={deskAddress(queue.tab, neighbourOf(open.story.id, queue))}
                  />
                </div>
                <aside
                  aria-label="History"
                  className={cn(
                    "lg:col-start-2 xl:sticky xl:top-20 xl:col-start-3 xl:self-start",
                    !isAskedFor && "max-lg:hidden",
                  )}
                >
                  <StoryHistory
                    history={open.sheet.history}
                    outside={open.outside}
                    versions={open.changes?.versions ?? []}
                    story={open.story}
                    now={now}
                    timeZone={timeZone}
                  />
                  <div className="mt-8">{open.invite}</div>
                </aside>
              </>
            ) : null}
          </div>
        )}
      </div>
    </TurnProvider>
  );
}

/** Where the desk goes once this story has left its queue. */
function neighbourOf(storyId: string, { stories }: DeskQueue): string | undefined {
  const index = stories.findIndex((story) => story.id === storyId);
  return (stories[index + 1] ?? stories[index - 1])?.id;
}
