import Link from "next/link";
import { ShareButton } from "#components/shares/share-button.tsx";
import { cn } from "#lib/cn.ts";
import type { FeedStory } from "#lib/stories/feed/schemas.ts";
import { StoryCredit, StorySource } from "./story-byline.tsx";
import { StoryImage } from "./story-image.tsx";

/** The newest story, wide. */
export function LeadStory({ story }: { story: FeedStory }) {
  return (
    <article
      lang={story.language}
      className={cn(
        "group relative grid items-center gap-5 sm:gap-8",
        story.image && "lg:grid-cols-[7fr_5fr] lg:gap-10",
      )}
    >
      {story.image ? (
        <StoryImage
          image={story.image}
          sizes="(min-width: 1024px) 38rem, 100vw"
          isFirst
          className="aspect-[16/10]"
        />
      ) : null}
      <div className="grid gap-3 sm:gap-4">
        <StorySource story={story} />
        <h2 className="text-[2rem] leading-[1.12] sm:text-[2.75rem] sm:leading-[1.08]">
          <Link
            href={`/stories/${story.id}`}
            prefetch={false}
            dir="auto"
            className="decoration-1 underline-offset-4 after:absolute after:inset-0 group-hover:underline"
          >
            {story.title}
          </Link>
        </h2>
        {story.summary ? (
          <p dir="auto" className="line-clamp-4 max-w-measure text-lg leading-7 text-pretty text-quiet">
            {story.summary}
          </p>
        ) : null}
        <div className="relative mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
          <ShareButton story={story} />
          <StoryCredit story={story} />
        </div>
      </div>
    </article>
  );
}
