import Link from "next/link";
import type { BestStory } from "#lib/shares/own/schemas.ts";

/** The stories that brought the member most readers. */
export function BestStories({ stories }: { stories: BestStory[] }) {
  return (
    <section aria-labelledby="best" className="grid content-start gap-4">
      <h2 id="best" className="text-2xl">
        Stories that did best
      </h2>
      {stories.length === 0 ? (
        <p className="text-quiet">Once readers click your links, the stories they liked stand here.</p>
      ) : (
        <ol className="border-t border-line">
          {stories.map((story) => (
            <li key={story.id} className="grid gap-0.5 border-b border-line py-3">
              <Link href={`/stories/${story.id}`} className="font-serif text-lg leading-6 hover:underline">
                {story.title}
              </Link>
              <span className="tabular text-sm text-quiet">
                {story.clicks} {story.clicks === 1 ? "click" : "clicks"} from {story.shares}{" "}
                {story.shares === 1 ? "share" : "shares"}
              </span>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
