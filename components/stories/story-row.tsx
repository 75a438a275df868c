import Link from "next/link";
import { ShareButton } from "#components/shares/share-button.tsx";
import { cn } from "#lib/cn.ts";
import type { FeedStory } from "#lib/stories/feed/schemas.ts";
import { StoryCredit, StorySource } from "./story-byline.tsx";
import { StoryImage } from "./story-image.tsx";

/** One story of the column. */
export function StoryRow({ story }: { story: FeedStory }) {
  return (
    <article
      lang={story.language}
      className={cn("group relative grid gap-x-4 gap-y-3 sm:gap-x-10", story.image && "grid-cols-[1fr_auto]")}
    >
      <div className="grid content-start gap-2">
        <StorySource story={story} />
        <h2 className="text-[1.375rem] leading-7 sm:text-[1.625rem] sm:leading-8">
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
          <p dir="auto" className="line-clamp-2 max-w-measure text-quiet max-sm:hidden">
            {story.summary}
          </p>
        ) : null}
      </div>
      {story.image ? (
        <StoryImage
          image={story.image}
          sizes="(min-width: 640px) 14rem, 6rem"
          className="aspect-square w-24 sm:row-span-2 sm:aspect-[4/3] sm:w-56"
        />
      ) : null}
      <div className="relative col-span-full flex flex-wrap items-center gap-x-4 gap-y-2 self-end sm:col-span-1">
        <ShareButton story={story} />
        <StoryCredit story={story} />
      </div>
    </article>
  );
}
