import type { Metadata } from "next";
import { SeasonList } from "#components/boards/seasons/season-list.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { listSeasons } from "#lib/boards/seasons/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "Seasons" };

export default async function SeasonsPage() {
  const actor = await requireActor();
  return <SeasonList seasons={await orNotFound(listSeasons(actor))} />;
}
