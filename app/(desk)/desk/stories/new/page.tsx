import type { Metadata } from "next";
import { EditorPage } from "#components/stories/editor/editor-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getStoryChoices } from "#lib/stories/queries.ts";

export const metadata: Metadata = { title: "New story" };

export default async function NewStoryPage({ searchParams }: PageProps<"/desk/stories/new">) {
  const actor = await requireActor();
  const choices = await orNotFound(getStoryChoices(actor));

  const { campaign } = await searchParams;
  const chosen = choices.campaigns.find(({ id }) => id === campaign);
  const begins = chosen && {
    campaignId: chosen.id,
    ...(chosen.audienceId && { audience: "rule" as const, audienceId: chosen.audienceId }),
  };

  return <EditorPage title="New story" choices={choices} story={null} begins={begins} />;
}
