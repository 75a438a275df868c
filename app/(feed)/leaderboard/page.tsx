import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { Board } from "#components/boards/board.tsx";
import { BoardChoices } from "#components/boards/board-choices.tsx";
import { NoBoards } from "#components/boards/no-boards.tsx";
import { Hydrate } from "#components/layout/hydrate.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getBoard } from "#lib/boards/queries.ts";
import { boardQuery, toSearch } from "#lib/boards/query-options.ts";
import { boardFilters, teamsOnly } from "#lib/boards/schemas.ts";
import { getViewer } from "#lib/members/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "Leaderboard" };

export default async function LeaderboardPage({ searchParams }: PageProps<"/leaderboard">) {
  const actor = await requireActor();
  const { organization } = await getViewer(actor);
  if (organization.boardMode === "off") return <NoBoards />;
  const asked = boardFilters.catch(boardFilters.parse({})).parse(await searchParams);
  const filters = organization.boardMode === "teams" ? teamsOnly(asked) : asked;
  const board = await orNotFound(getBoard(actor, filters));
  const client = new QueryClient();
  client.setQueryData(boardQuery(actor.organizationId, filters).queryKey, board);

  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <h1 className="text-4xl leading-tight sm:text-5xl">Leaderboard</h1>
      <BoardChoices filters={filters} managedTeams={board.managedTeams} hasPeople={board.hasPeople} />
      <Hydrate key={toSearch(filters)} state={dehydrate(client)}>
        <Board organizationId={actor.organizationId} filters={filters} />
      </Hydrate>
      <Link
        href={`/methodology/${organization.slug}`}
        className="justify-self-start text-sm text-accent underline underline-offset-4"
      >
        How points are given
      </Link>
    </div>
  );
}
