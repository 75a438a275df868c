import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { ClosedSeason } from "#components/boards/seasons/closed-season.tsx";
import { EndedSeason } from "#components/boards/seasons/ended-season.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { canCloseSeasons } from "#lib/boards/seasons/policy.ts";
import { getClosedSeason, getSeason } from "#lib/boards/seasons/queries.ts";
import { seasonId } from "#lib/boards/seasons/schemas.ts";
import { getViewer } from "#lib/members/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "A season" };

export default async function SeasonPage({ params }: PageProps<"/leaderboard/seasons/[id]">) {
  const actor = await requireActor();
  const { data } = seasonId.safeParse(await params);
  const season = data ? await orNotFound(getSeason(actor, data.id)) : notFound();
  if (season.state === "running") redirect("/leaderboard?window=season");
  if (season.state === "ended") return <EndedSeason season={season} mayClose={canCloseSeasons(actor)} />;
  const { organization } = await getViewer(actor);
  return (
    <ClosedSeason
      season={await orNotFound(getClosedSeason(actor, season.id))}
      timeZone={organization.timeZone}
    />
  );
}
