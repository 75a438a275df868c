import { AccentStyle } from "#components/layout/accent-style.tsx";
import type { OutsideReview } from "#lib/reviews/outside/schemas.ts";
import { FieldChanges } from "../field-changes.tsx";
import { OutsideComments } from "./outside-comments.tsx";
import { OutsideLook } from "./outside-look.tsx";
import { OutsideStory } from "./outside-story.tsx";
import { OutsideVerdict } from "./outside-verdict.tsx";

type OutsideReviewPageProps = { token: string; review: OutsideReview; now: Date };

/** One story for one reader without an account: what it says, what changed since they looked, and what they say. */
export function OutsideReviewPage({ token, review, now }: OutsideReviewPageProps) {
  const { story, changes, organizationName, invitedByName, name, timeZone } = review;
  const shown = { token, isOpen: review.isOpen, now, timeZone };
  return (
    <main className="mx-auto grid max-w-3xl grid-cols-1 gap-10 px-4 py-10 sm:py-16">
      <AccentStyle color={review.accentColor} />
      <OutsideLook token={token} version={story.version} />
      <header className="grid gap-3">
        <p className="font-serif text-lg text-accent italic">{organizationName}</p>
        <p className="max-w-measure text-lg leading-7 text-pretty">
          {name}, {invitedByName} of {organizationName} asks what you think of this story{" "}
          {review.isOpen ? "before it goes out. They decide; your word helps them." : "."}
        </p>
      </header>
      {changes.length > 0 ? (
        <section
          aria-labelledby="changes"
          className="grid gap-4 rounded-md border border-line bg-raised p-4 sm:p-6"
        >
          <h2 id="changes" className="text-xl">
            What changed since you looked last
          </h2>
          <FieldChanges changes={changes} />
        </section>
      ) : null}
      <OutsideStory token={token} story={story} />
      <OutsideVerdict key={story.version} version={story.version} said={review.verdict} {...shown} />
      <OutsideComments comments={review.comments} {...shown} />
      <p className="border-t border-line pt-4 text-sm text-quiet">
        This link is for {name} alone. It opens this story and nothing else, until{" "}
        {new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone }).format(review.expiresAt)}.
      </p>
    </main>
  );
}
