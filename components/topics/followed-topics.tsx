import type { FollowableTopic } from "#lib/stories/feed/schemas.ts";
import { FollowTopic } from "./follow-topic.tsx";

/** Every topic, and whether one follows it. */
export function FollowedTopics({ topics }: { topics: FollowableTopic[] }) {
  return (
    <section id="topics" aria-labelledby="topics-title" className="grid scroll-mt-24 gap-3">
      <h2 id="topics-title" className="text-2xl leading-tight">
        Topics you follow
      </h2>
      <p className="text-quiet">
        Your feed begins with their stories, and with those that have no topic. Everything else stays one
        press away.
      </p>
      {topics.length > 0 ? (
        <ul className="border-t border-line">
          {topics.map((topic) => (
            <li key={topic.id} className="flex min-h-11 items-center gap-3 border-b border-line">
              <span className="mr-auto min-w-0 truncate">{topic.name}</span>
              <FollowTopic topic={topic} />
            </li>
          ))}
        </ul>
      ) : (
        <p>Nobody has made a topic yet.</p>
      )}
    </section>
  );
}
