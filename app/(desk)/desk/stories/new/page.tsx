import type { Metadata } from "next";
import { EditorPage } from "#components/stories/editor/editor-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getStoryChoices } from "#lib/stories/queries.ts";

export const metadata: Metadata = { title: "New story" };

export default async function NewStoryPage() {
  const actor = await requireActor();
  const choices = await orNotFound(getStoryChoices(actor));

  return <EditorPage title="New story" choices={choices} story={null} />;
}
