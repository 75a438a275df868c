import { Check } from "lucide-react";
import type { FeedStory } from "#lib/stories/feed/schemas.ts";

/** Where a story comes from, when it went live, and until when it is there. */
export function StorySource({ story }: { story: FeedStory }) {
  return (
    <p className="flex flex-wrap gap-x-1.5 text-sm leading-5 text-quiet">
      <span className="font-medium text-ink">{story.source}</span>
      <span aria-hidden>·</span>
      <time dateTime={story.publishedAt}>{story.publishedDay}</time>
      {story.expiry ? (
        <>
          <span aria-hidden>·</span>
          <span>{story.expiry}</span>
        </>
      ) : null}
    </p>
  );
}

/** Who had the idea, and whether the reader has shared it. Nothing when there is nothing to say. */
export function StoryCredit({ story }: { story: FeedStory }) {
  return (
    <>
      {story.isSharedByMe ? (
        <p className="inline-flex items-center gap-1.5 text-sm leading-5">
          <Check aria-hidden className="size-4" />
          Shared by you
        </p>
      ) : null}
      {story.suggestedBy ? (
        <p className="text-sm leading-5 text-quiet">
          Suggested by <span className="text-ink">{story.suggestedBy}</span>
        </p>
      ) : null}
    </>
  );
}
