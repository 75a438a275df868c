import Link from "next/link";
import { lazy, Suspense } from "react";
import type { FeedFilters } from "#lib/stories/feed/filters.ts";
import type { FollowableTopic } from "#lib/stories/feed/schemas.ts";

// Few look at one topic, and the feed should not wait for what they would press there.
const FollowTopic = lazy(async () => ({
  default: (await import("#components/topics/follow-topic.tsx")).FollowTopic,
}));

type FeedNoteProps = {
  filters: FeedFilters;
  topics: FollowableTopic[];
  followsTopics: boolean;
};

/** A line on what is shown and why: nothing where that goes without saying. */
export function FeedNote({ filters, topics, followsTopics }: FeedNoteProps) {
  const topic = topics.find(({ id }) => id === filters.topic);
  if (topic)
    return (
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-quiet">
        {topic.isFollowed ? `You follow ${topic.name}.` : `${topic.name} in your own feed?`}
        <Suspense>
          <FollowTopic topic={topic} />
        </Suspense>
      </p>
    );
  if (followsTopics && filters.q)
    return <p className="text-sm text-quiet">Found in everything, not only in what you follow.</p>;
  if (followsTopics || topics.length === 0 || filters.q) return null;
  return (
    <p className="text-sm text-quiet">
      A feed of your own begins with{" "}
      <Link href="/me/settings#topics" className="text-ink underline underline-offset-4">
        the topics you follow
      </Link>
      .
    </p>
  );
}
