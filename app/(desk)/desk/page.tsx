import type { Metadata } from "next";
import { OutsideReviewers } from "#components/reviews/outside/outside-reviewers.tsx";
import { Desk } from "#components/stories/desk/desk.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { canSendMail } from "#lib/mail.ts";
import { getViewer } from "#lib/members/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getChanges } from "#lib/reviews/changes/queries.ts";
import { changesFilters } from "#lib/reviews/changes/schemas.ts";
import { listComments } from "#lib/reviews/comments/queries.ts";
import { listOutsideReviewers } from "#lib/reviews/outside/queries.ts";
import { getReviewSheet } from "#lib/reviews/queries.ts";
import { getStoryTotals } from "#lib/stories/clicks/queries.ts";
import { listDeskStories } from "#lib/stories/desk/queries.ts";
import { deskFilters } from "#lib/stories/desk/schemas.ts";
import { getStory } from "#lib/stories/queries.ts";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskPage({ searchParams }: PageProps<"/desk">) {
  const actor = await requireActor();
  const { tab, story: askedFor } = deskFilters.parse(await searchParams);
  const filters = changesFilters.parse(await searchParams);
  const [queue, { organization }] = await Promise.all([
    orNotFound(listDeskStories(actor, tab)),
    getViewer(actor),
  ]);
  const openId = askedFor ?? queue.stories[0]?.id;
  const outside = openId ? await orNotFound(listOutsideReviewers(actor, openId)) : [];
  const open = openId
    ? {
        story: await orNotFound(getStory(actor, openId)),
        sheet: await orNotFound(getReviewSheet(actor, openId)),
        changes: await getChanges(actor, openId, filters),
        comments: await listComments(actor, openId, filters.comments),
        outside,
        invite: (
          <OutsideReviewers
            storyId={openId}
            reviewers={outside}
            canMail={canSendMail()}
            now={clock.now()}
            timeZone={organization.timeZone}
          />
        ),
        totals: await orNotFound(getStoryTotals(actor, openId)),
      }
    : null;

  return (
    <Desk
      queue={queue}
      open={open}
      isAskedFor={askedFor !== undefined}
      now={clock.now()}
      timeZone={organization.timeZone}
    />
  );
}
