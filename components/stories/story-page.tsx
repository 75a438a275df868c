import { ArrowLeft, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import { AttestPost } from "#components/shares/attest-post.tsx";
import { ShareButton } from "#components/shares/share-button.tsx";
import { FollowTopic } from "#components/topics/follow-topic.tsx";
import type { StoryTotals as Totals } from "#lib/stories/clicks/schemas.ts";
import type { LiveStory } from "#lib/stories/feed/schemas.ts";
import { StoryBody } from "./story-body.tsx";
import { StoryCredit, StorySource } from "./story-byline.tsx";
import { StoryImage } from "./story-image.tsx";
import { StoryTotals } from "./story-totals.tsx";

type StoryPageProps = {
  story: LiveStory;
  /** Null while too few shared it. */
  totals: Totals | null;
  /** Whether the composer opens by itself. */
  opensComposer: boolean;
};

/** A live story, whole. */
export function StoryPage({ story, totals, opensComposer }: StoryPageProps) {
  return (
    <article lang={story.language} className="mx-auto grid max-w-3xl gap-6">
      <Link
        href="/"
        className="inline-flex items-center gap-1.5 justify-self-start text-sm text-quiet hover:text-ink"
      >
        <ArrowLeft aria-hidden className="size-4" />
        Feed
      </Link>
      <header className="grid gap-4">
        {story.campaign ? <Campaign campaign={story.campaign} /> : null}
        <h1 dir="auto" className="text-[2.25rem] leading-[1.1] sm:text-[3.25rem] sm:leading-[1.06]">
          {story.title}
        </h1>
        <StorySource story={story} />
      </header>
      {story.image ? (
        <StoryImage
          image={story.image}
          sizes="(min-width: 800px) 48rem, 100vw"
          isFirst
          className={story.kind === "image" ? "h-auto" : "aspect-[16/9]"}
        />
      ) : null}
      {story.summary ? (
        <p dir="auto" className="max-w-measure font-serif text-xl leading-8 text-pretty">
          {story.summary}
        </p>
      ) : null}
      <StoryBody text={story.body} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3 border-y border-line py-4">
        <ShareButton story={story} opensAtOnce={opensComposer} />
        {story.url ? <SourceLink url={story.url} source={story.source} /> : null}
        <StoryCredit story={story} />
      </div>
      <AttestPost stories={[{ id: story.id, title: story.title }]} />
      {totals ? <StoryTotals totals={totals} /> : null}
      <StoryTopics topics={story.topics} />
    </article>
  );
}

function Campaign({ campaign: { id, name } }: { campaign: NonNullable<LiveStory["campaign"]> }) {
  return (
    <p className="text-sm font-medium text-accent">
      {id ? (
        <Link href={`/campaigns/${id}`} className="underline-offset-4 hover:underline">
          {name}
        </Link>
      ) : (
        name
      )}
    </p>
  );
}

function SourceLink({ url, source }: { url: string; source: string }) {
  return (
    <a
      href={url}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex items-center gap-1 font-medium underline decoration-edge decoration-1 underline-offset-4 hover:decoration-ink"
    >
      Read it at {source}
      <ArrowUpRight aria-hidden className="size-4" />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}

function StoryTopics({ topics }: { topics: LiveStory["topics"] }) {
  if (topics.length === 0) return null;
  return (
    <nav aria-label="Topics" className="flex flex-wrap gap-x-5 gap-y-1.5">
      {topics.map((topic) => (
        <span key={topic.id} className="inline-flex items-center gap-2">
          <Link
            href={`/?topic=${topic.id}`}
            className="inline-flex h-8 items-center rounded-full border border-line px-3 text-sm text-quiet hover:border-edge hover:text-ink"
          >
            {topic.name}
          </Link>
          <FollowTopic topic={topic} />
        </span>
      ))}
    </nav>
  );
}
