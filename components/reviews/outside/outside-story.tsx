import { StoryBody } from "#components/stories/story-body.tsx";
import { networks } from "#lib/networks/networks.ts";
import type { OutsideReview } from "#lib/reviews/outside/schemas.ts";

type OutsideStoryProps = { token: string; story: OutsideReview["story"] };

/** The story as it will be seen, and what people will be offered to say about it. */
export function OutsideStory({ token, story }: OutsideStoryProps) {
  const { title, summary, body, url, siteName, language, captions } = story;
  return (
    <article lang={language} className="grid grid-cols-1 gap-6">
      <h1 dir="auto" className="text-4xl leading-tight wrap-anywhere sm:text-5xl">
        {title}
      </h1>
      {story.hasImage ? (
        <img
          src={`/api/review/${token}/image`}
          alt={story.imageAlt}
          className="max-h-[32rem] w-full rounded-md bg-wash object-cover"
        />
      ) : null}
      {summary ? (
        <p dir="auto" className="max-w-measure font-serif text-xl leading-8 wrap-anywhere text-pretty">
          {summary}
        </p>
      ) : null}
      <StoryBody text={body} />
      {url ? (
        <p lang="en" className="text-sm wrap-anywhere text-quiet">
          It leads to{" "}
          <a
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            className="text-ink underline decoration-edge underline-offset-4 hover:decoration-ink"
          >
            {siteName || url}
            <span className="sr-only"> (opens in a new tab)</span>
          </a>
        </p>
      ) : null}
      {captions.length > 0 ? <Captions captions={captions} /> : null}
    </article>
  );
}

function Captions({ captions }: Pick<OutsideReview["story"], "captions">) {
  return (
    <section lang="en" aria-labelledby="captions" className="grid gap-3">
      <h2 id="captions" className="text-xl">
        What people may say with it
      </h2>
      <ul className="grid divide-y divide-line border-y border-line">
        {captions.map(({ network, language, text }) => (
          <li key={`${network}-${language}-${text}`} className="grid gap-1 py-3">
            <p className="text-sm text-quiet">{network ? networks[network].name : "Any network"}</p>
            <p dir="auto" lang={language} className="max-w-measure whitespace-pre-line wrap-anywhere">
              {text}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
