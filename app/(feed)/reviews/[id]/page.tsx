import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { ReviewParts } from "#components/reviews/review-parts.tsx";
import { StoryPane } from "#components/stories/desk/story-pane.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { getViewer } from "#lib/members/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getChanges } from "#lib/reviews/changes/queries.ts";
import { changesFilters } from "#lib/reviews/changes/schemas.ts";
import { listComments } from "#lib/reviews/comments/queries.ts";
import { getReviewSheet, getStoryToReview } from "#lib/reviews/queries.ts";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewStoryPage({ params, searchParams }: PageProps<"/reviews/[id]">) {
  const actor = await requireActor();
  const { data: id = "00000000-0000-0000-0000-000000000000" } = z.uuid().safeParse((await params).id);
  const story = await orNotFound(getStoryToReview(actor, id));
  const sheet = await getReviewSheet(actor, id);
  if (sheet.mayDecideAlone) redirect(`/desk?tab=${story.state}&story=${id}`);
  const filters = changesFilters.parse(await searchParams);
  const { organization } = await getViewer(actor);
  const review = (
    <ReviewParts
      story={story}
      sheet={sheet}
      changes={await getChanges(actor, id, filters)}
      comments={await listComments(actor, id, filters.comments)}
      action={`/reviews/${id}`}
      kept={{}}
      now={clock.now()}
      timeZone={organization.timeZone}
    />
  );

  return (
    <div className="mx-auto max-w-3xl">
      <StoryPane
        story={story}
        totals={null}
        whyNotDecide={sheet.whyNotDecide}
        review={review}
        onlyReviews
        nextHref={`/reviews/${id}`}
      />
    </div>
  );
}
