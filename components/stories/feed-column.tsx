import { Fragment, type ReactNode } from "react";
import type { FeedStory, FeedVisit } from "#lib/stories/feed/schemas.ts";
import { LeadStory } from "./lead-story.tsx";
import { StoryRow } from "./story-row.tsx";

type FeedColumnProps = { stories: FeedStory[]; newSince: FeedVisit["newSince"]; hasLead: boolean };

export function FeedColumn({ stories, newSince, hasLead }: FeedColumnProps) {
  const newCount = newSince ? stories.filter((story) => story.publishedAt > newSince.at).length : 0;
  return (
    <div className="grid gap-8 sm:gap-10">
      {newSince && newCount > 0 ? <Rule>New since {newSince.day}</Rule> : null}
      {stories.map((story, index) => (
        <Fragment key={story.id}>
          {index > 0 && index === newCount ? <Rule>Earlier</Rule> : null}
          {index > 0 && index !== newCount ? <hr className="border-line" /> : null}
          {hasLead && index === 0 ? <LeadStory story={story} /> : <StoryRow story={story} />}
        </Fragment>
      ))}
    </div>
  );
}

/** A line across the page with a few words in it. */
function Rule({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-center gap-4 font-serif text-lg text-accent before:h-px before:flex-1 before:bg-accent/40 after:h-px after:flex-1 after:bg-accent/40">
      {children}
    </p>
  );
}
