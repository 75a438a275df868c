import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StoryClicksPage } from "#components/stories/desk/story-clicks-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getStoryClicks } from "#lib/stories/clicks/queries.ts";
import { storyId } from "#lib/stories/feed/schemas.ts";

export const metadata: Metadata = { title: "Clicks on a story" };

export default async function DeskStoryClicksPage({ params }: PageProps<"/desk/stories/[id]/clicks">) {
  const actor = await requireActor();
  const { data } = storyId.safeParse(await params);

  return <StoryClicksPage clicks={data ? await orNotFound(getStoryClicks(actor, data.id)) : notFound()} />;
}
