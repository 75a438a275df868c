import { sayMoment } from "#lib/calendar.ts";
import type { Review } from "#lib/reviews/schemas.ts";
import { deeds } from "#lib/reviews/sentences.ts";
import type { StoryDetails } from "#lib/stories/schemas.ts";

type StoryHistoryProps = { history: Review[]; story: StoryDetails; now: Date; timeZone: string };

/** Who decided what, when and why; the newest first. */
export function StoryHistory({ history, story, now, timeZone }: StoryHistoryProps) {
  return (
    <section className="grid gap-3 text-sm leading-5">
      <h3 className="font-sans text-sm font-medium tracking-normal">History</h3>
      <ol className="grid gap-4 border-l border-line pl-4">
        {history.toReversed().map((review) => (
          <li key={review.id} className="grid gap-1">
            <p>
              <span className="font-medium">{review.memberName}</span> {deeds[review.decision]} version{" "}
              {review.storyVersion}
            </p>
            {review.reason ? (
              <p dir="auto" className="whitespace-pre-line text-quiet">
                “{review.reason}”
              </p>
            ) : null}
            <time dateTime={review.decidedAt.toISOString()} className="text-quiet">
              {sayMoment(review.decidedAt, now, timeZone)}
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
