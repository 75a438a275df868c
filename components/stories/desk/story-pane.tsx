import { ArrowRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { DecisionBar } from "#components/reviews/decision-bar.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { DeskTotals } from "#lib/stories/clicks/schemas.ts";
import { imageAddress } from "#lib/stories/image-sizes.ts";
import type { StoryDetails } from "#lib/stories/schemas.ts";
import { stateNames } from "#lib/stories/state-names.ts";
import { clicksAddress } from "./addresses.ts";
import { CaptionList } from "./caption-list.tsx";
import { StoryFacts } from "./story-facts.tsx";

type StoryPaneProps = {
  story: StoryDetails;
  /** Null until somebody has taken it to a network. */
  totals: DeskTotals | null;
  whyNotDecide: string | null;
  /** What it waits for, what changed, what was said. */
  review?: ReactNode;
  /** Of an approver who has no desk: they say yes or no, and edit nothing. */
  onlyReviews?: boolean;
  nextHref: string;
};

/** A story as its reviewers see it: all that will be seen, and all that decides who sees it. */
export function StoryPane({
  story,
  totals,
  whyNotDecide,
  review,
  onlyReviews = false,
  nextHref,
}: StoryPaneProps) {
  return (
    <article lang={story.language} className="grid grid-cols-1 content-start gap-5">
      <header className="grid grid-cols-1 gap-2.5">
        <p lang="en" className="flex flex-wrap items-center gap-2 text-sm text-quiet">
          <Badge>{stateNames[story.state]}</Badge>
          {story.siteName}
        </p>
        <h2 dir="auto" className="text-[1.75rem] leading-[1.15] sm:text-[2.125rem]">
          {story.title}
        </h2>
        {story.url ? <Address url={story.url} /> : null}
      </header>
      <DecisionBar
        key={`${story.id}-${story.version}`}
        story={{
          id: story.id,
          version: story.version,
          state: story.state,
          title: story.title,
          suggestedByName: story.suggestedByName,
        }}
        whyNotDecide={whyNotDecide}
        onlyReviews={onlyReviews}
        nextHref={nextHref}
      />
      {review}
      {totals ? <ClicksLink storyId={story.id} totals={totals} /> : null}
      {story.suggestedByName ? (
        <figure className="border-l-2 border-accent pl-4">
          <blockquote dir="auto" className="font-serif text-lg leading-7">
            {story.suggestionNote}
          </blockquote>
          <figcaption lang="en" className="text-sm text-quiet">
            {story.suggestedByName}, who suggested it
          </figcaption>
        </figure>
      ) : null}
      {story.imageId ? (
        <img
          src={imageAddress(story.imageId, "w1280")}
          alt={story.imageAlt}
          className="max-h-96 w-full rounded-md bg-wash object-cover"
        />
      ) : null}
      {story.summary ? (
        <p dir="auto" className="max-w-measure font-serif text-lg leading-7 text-pretty">
          {story.summary}
        </p>
      ) : null}
      {story.body ? (
        <p dir="auto" className="max-w-measure font-serif leading-7 whitespace-pre-line">
          {story.body}
        </p>
      ) : null}
      <CaptionList captions={story.captions} captionAudiences={story.captionAudiences} />
      <StoryFacts story={story} />
      {onlyReviews ? null : (
        <Link
          lang="en"
          href={`/desk/audiences/preview?story=${story.id}`}
          className="w-fit text-sm text-quiet hover:text-ink"
        >
          Who sees it, and why
        </Link>
      )}
    </article>
  );
}

const whole = new Intl.NumberFormat("en-GB");

function ClicksLink({ storyId, totals: { shares, clicks } }: { storyId: string; totals: DeskTotals }) {
  return (
    <Link
      lang="en"
      href={clicksAddress(storyId)}
      className="tabular flex flex-wrap items-center gap-x-3 gap-y-1 border-y border-line py-2.5 text-sm hover:bg-wash"
    >
      <span className="font-medium">
        {whole.format(clicks)} {clicks === 1 ? "click" : "clicks"}
      </span>
      <Badge tone="measured">measured</Badge>
      <span className="text-quiet">
        {shares === null ? "from fewer than five people" : `from ${whole.format(shares)} shares`}
      </span>
      <span className="inline-flex items-center gap-1 text-quiet sm:ml-auto">
        {shares === null ? "When more is shown" : "When and from where"}
        <ArrowRight aria-hidden className="size-4" />
      </span>
    </Link>
  );
}

function Address({ url }: { url: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex max-w-full items-center gap-1 justify-self-start text-sm underline decoration-edge decoration-1 underline-offset-4 hover:decoration-ink"
    >
      <span className="truncate">{url}</span>
      <ArrowUpRight aria-hidden className="size-4 shrink-0" />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}
