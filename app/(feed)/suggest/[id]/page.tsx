import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Lineage } from "#components/stories/suggestions/lineage.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { getViewer } from "#lib/members/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getLineage } from "#lib/stories/suggestions/lineage/queries.ts";
import { suggestionId } from "#lib/stories/suggestions/lineage/schemas.ts";

export const metadata: Metadata = { title: "Your idea" };

export default async function LineagePage({ params }: PageProps<"/suggest/[id]">) {
  const actor = await requireActor();
  const { data } = suggestionId.safeParse(await params);
  const lineage = data ? await orNotFound(getLineage(actor, data.id)) : notFound();
  const { organization } = await getViewer(actor);
  return <Lineage lineage={lineage} now={clock.now()} timeZone={organization.timeZone} />;
}
