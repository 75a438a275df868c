import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { StoryPage } from "#components/stories/story-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { findStoryTotals } from "#lib/stories/clicks/queries.ts";
import { getLiveStory } from "#lib/stories/feed/queries.ts";
import { storyId } from "#lib/stories/feed/schemas.ts";

const readStory = cache(async (params: PageProps<"/stories/[id]">["params"]) => {
  const actor = await requireActor();
  const { data } = storyId.safeParse(await params);
  return data ? orNotFound(getLiveStory(actor, data.id)) : notFound();
});

export async function generateMetadata({ params }: PageProps<"/stories/[id]">): Promise<Metadata> {
  return { title: (await readStory(params)).title };
}

export default async function LiveStoryPage({ params, searchParams }: PageProps<"/stories/[id]">) {
  const story = await readStory(params);
  const { share } = await searchParams;
  const totals = await findStoryTotals(await requireActor(), story);
  return <StoryPage story={story} totals={totals} opensComposer={share !== undefined} />;
}
