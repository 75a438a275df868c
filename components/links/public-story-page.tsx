import { AccentStyle } from "#components/layout/accent-style.tsx";
import { StoryBody } from "#components/stories/story-body.tsx";
import type { PublicStory } from "#lib/links/schemas.ts";

/** A text or image story as anybody who was sent its link reads it. */
export function PublicStoryPage({ story }: { story: PublicStory }) {
  const { code, title, summary, body, language, image, organization } = story;
  return (
    <main lang={language} className="mx-auto grid max-w-3xl gap-6 px-4 py-12 sm:py-20">
      <AccentStyle color={organization.accentColor} />
      <p className="font-serif text-lg text-accent italic">{organization.name}</p>
      <h1 dir="auto" className="text-4xl leading-tight wrap-anywhere sm:text-5xl">
        {title}
      </h1>
      {image ? (
        <img
          src={`/api/links/${code}/image`}
          alt={image.alt}
          width={image.width}
          height={image.height}
          fetchPriority="high"
          className="h-auto w-full rounded-md bg-wash"
        />
      ) : null}
      {summary ? (
        <p dir="auto" className="max-w-measure font-serif text-xl leading-8 text-pretty">
          {summary}
        </p>
      ) : null}
      <StoryBody text={body} />
    </main>
  );
}
