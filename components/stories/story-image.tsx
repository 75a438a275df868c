import { cn } from "#lib/cn.ts";
import type { FeedStory } from "#lib/stories/feed/schemas.ts";
import { focusOf, imageAddress, imageSources, objectPosition } from "#lib/stories/image-sizes.ts";

type StoryImageProps = {
  image: NonNullable<FeedStory["image"]>;
  /** How wide it is shown, as the `sizes` of HTML says it: a phone then loads a small one. */
  sizes: string;
  isFirst?: boolean;
  className?: string;
};

/** Cropped around its focal point to the shape that its class names give it. `isFirst`: in sight at once, so it is not loaded lazily. */
export function StoryImage({ image, sizes, isFirst = false, className }: StoryImageProps) {
  return (
    <img
      src={imageAddress(image.id)}
      srcSet={imageSources(image)}
      sizes={sizes}
      alt={image.alt}
      width={image.width}
      height={image.height}
      loading={isFirst ? "eager" : "lazy"}
      fetchPriority={isFirst ? "high" : "auto"}
      decoding="async"
      style={{ objectPosition: objectPosition(focusOf(image)) }}
      className={cn("w-full rounded-md bg-wash object-cover", className)}
    />
  );
}
