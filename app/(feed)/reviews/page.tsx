import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { WaitingStories } from "#components/reviews/waiting-stories.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { getViewer } from "#lib/members/queries.ts";
import { listWaitingStories } from "#lib/reviews/waiting/queries.ts";
import { waitingFilters } from "#lib/reviews/waiting/schemas.ts";
import { canCurate } from "#lib/stories/policy.ts";

export const metadata: Metadata = { title: "Review" };

export default async function ReviewsPage({ searchParams }: PageProps<"/reviews">) {
  const actor = await requireActor();
  if (canCurate(actor)) redirect("/desk");
  const { page } = waitingFilters.parse(await searchParams);
  const [waiting, { organization }] = await Promise.all([listWaitingStories(actor, page), getViewer(actor)]);

  return <WaitingStories waiting={waiting} now={clock.now()} timeZone={organization.timeZone} />;
}
