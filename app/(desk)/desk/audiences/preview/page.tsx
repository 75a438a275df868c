import type { Metadata } from "next";
import { z } from "zod";
import { FeedPreview } from "#components/audiences/preview/feed-preview.tsx";
import { listPreviewable, measureStory } from "#lib/audiences/preview/queries.ts";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "What a member sees" };

const search = z.object({
  q: z.string().max(100).catch(""),
  story: z.uuid().nullable().catch(null),
});

export default async function PreviewPage({ searchParams }: PageProps<"/desk/audiences/preview">) {
  const actor = await requireActor();
  const { q, story: storyId } = search.parse(await searchParams);
  const [people, story] = await orNotFound(
    Promise.all([listPreviewable(actor, q), storyId ? measureStory(actor, storyId) : null]),
  );

  return <FeedPreview q={q} people={people} storyId={storyId} story={story} />;
}
