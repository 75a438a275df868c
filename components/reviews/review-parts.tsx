import type { StoryChanges as Changes } from "#lib/reviews/changes/schemas.ts";
import type { CommentsPage } from "#lib/reviews/comments/schemas.ts";
import type { ReviewSheet } from "#lib/reviews/schemas.ts";
import type { StoryStanding } from "#lib/stories/schemas.ts";
import { Comments } from "./comments.tsx";
import { ReviewStanding } from "./review-standing.tsx";
import { StoryChanges } from "./story-changes.tsx";

export type OpenReview = { sheet: ReviewSheet; changes: Changes | null; comments: CommentsPage };

type ReviewPartsProps = OpenReview & {
  story: StoryStanding;
  action: string;
  kept: Record<string, string>;
  now: Date;
  timeZone: string;
};

/** What a review waits for, what changed, and what was said. */
export function ReviewParts({
  story,
  sheet,
  changes,
  comments,
  action,
  kept,
  now,
  timeZone,
}: ReviewPartsProps) {
  const shown = { now, timeZone };
  return (
    <div className="grid gap-5">
      <ReviewStanding story={story} sheet={sheet} unresolved={comments.unresolved} {...shown} />
      {changes ? <StoryChanges changes={changes} action={action} kept={kept} {...shown} /> : null}
      <Comments
        key={story.id}
        storyId={story.id}
        page={comments}
        address={Object.keys(kept).length > 0 ? `${action}?${new URLSearchParams(kept)}` : action}
        versions={changes?.versions ?? []}
        {...shown}
      />
    </div>
  );
}
