import { cn } from "#lib/cn.ts";
import type { FeedStory } from "#lib/stories/feed/schemas.ts";

type StoryImageProps = { image: NonNullable<FeedStory["image"]>; isFirst?: boolean; className?: string };

/** Cropped to the shape that its class names give it. `isFirst`: in sight at once, so it is not loaded lazily. */
export function StoryImage({ image, isFirst = false, className }: StoryImageProps) {
  return (
    <img
      src={`/api/images/${image.id}`}
      alt={image.alt}
      width={image.width}
      height={image.height}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
      className={cn("w-full rounded-md bg-wash object-cover", className)}
    />
  );
}
