import { sayMoment } from "#lib/calendar.ts";
import { networks } from "#lib/networks/networks.ts";
import type { OutsideReviewer } from "#lib/reviews/outside/schemas.ts";
import type { Review } from "#lib/reviews/schemas.ts";
import { deeds, verdictDeeds } from "#lib/reviews/sentences.ts";
import type { StoryDetails } from "#lib/stories/schemas.ts";
import type { StoryVersion } from "#lib/stories/versions/schemas.ts";
import { numberOf } from "./version-number.ts";

type StoryHistoryProps = {
  history: Review[];
  outside: OutsideReviewer[];
  /** What the versions of the story are called, newest first; none for a story with one. */
  versions: StoryVersion[];
  story: StoryDetails;
  now: Date;
  timeZone: string;
};

type Event = { id: string; name: string; deed: string; version: number; reason: string; at: Date };

/** Who decided what, when and why, and what was said from outside; the newest first. */
export function StoryHistory({ history, outside, versions, story, now, timeZone }: StoryHistoryProps) {
  const events = [...history.map(ofReview), ...outside.flatMap(ofOutside)].sort(
    (one, other) => other.at.getTime() - one.at.getTime() || other.id.localeCompare(one.id),
  );
  return (
    <section className="grid gap-3 text-sm leading-5">
      <h3 className="font-sans text-sm font-medium tracking-normal">History</h3>
      <ol className="grid gap-4 border-l border-line pl-4">
        {events.map((event) => (
          <li key={event.id} className="grid gap-1">
            <p>
              <span className="font-medium">{event.name}</span> {event.deed} version{" "}
              {numberOf(versions, event.version)}
            </p>
            {event.reason ? (
              <p dir="auto" className="whitespace-pre-line text-quiet">
                “{event.reason}”
              </p>
            ) : null}
            <time dateTime={event.at.toISOString()} className="text-quiet">
              {sayMoment(event.at, now, timeZone)}
            </time>
          </li>
        ))}
        <li>
          <span className="font-medium">{story.authorName}</span>{" "}
          {story.suggestedByName ? "suggested it" : "wrote it"}
        </li>
      </ol>
    </section>
  );
}

function ofReview({ id, memberName, decision, networks: chosen, storyVersion, ...review }: Review): Event {
  const where = chosen ? ` for ${chosen.map((network) => networks[network].name).join(", ")}` : "";
  return {
    ...{ id, name: memberName, version: storyVersion, reason: review.reason, at: review.decidedAt },
    deed: `${deeds[decision]}${where ? `${where}:` : ""}`,
  };
}

function ofOutside({ id, name, verdict, version, reason, saidAt }: OutsideReviewer): Event[] {
  if (!verdict || !saidAt || version === null) return [];
  return [{ id, name: `${name}, from outside,`, deed: verdictDeeds[verdict], version, reason, at: saidAt }];
}
