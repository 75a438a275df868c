import type { Metadata } from "next";
import { z } from "zod";
import { EditorPage } from "#components/stories/editor/editor-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getStory, getStoryChoices } from "#lib/stories/queries.ts";

export const metadata: Metadata = { title: "Edit story" };

export default async function EditStoryPage({ params }: PageProps<"/desk/stories/[id]">) {
  const actor = await requireActor();
  const { data: id = "00000000-0000-0000-0000-000000000000" } = z.uuid().safeParse((await params).id);
  const story = await orNotFound(getStory(actor, id));
  const choices = await orNotFound(getStoryChoices(actor));

  return <EditorPage title="Edit story" choices={choices} story={story} />;
}
