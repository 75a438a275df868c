import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import Link from "next/link";
import { Board } from "#components/boards/board.tsx";
import { BoardChoices } from "#components/boards/board-choices.tsx";
import { NoBoards } from "#components/boards/no-boards.tsx";
import { Hydrate } from "#components/layout/hydrate.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { canExportBoards } from "#lib/boards/policy.ts";
import { getBoard, listBoardGroups } from "#lib/boards/queries.ts";
import { boardQuery, toSearch } from "#lib/boards/query-options.ts";
import { boardFilters, teamsOnly } from "#lib/boards/schemas.ts";
import { findJustClosed } from "#lib/boards/seasons/queries.ts";
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
  const [justClosed, groups] = await Promise.all([findJustClosed(actor), listBoardGroups(actor)]);
  const client = new QueryClient();
  client.setQueryData(boardQuery(actor.organizationId, filters).queryKey, board);

  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <div className="grid gap-3">
        <h1 className="text-4xl leading-tight sm:text-5xl">Leaderboard</h1>
        {board.campaign ? <OfCampaign campaign={board.campaign} /> : null}
        {justClosed ? (
          <p className="text-quiet">
            {justClosed.name} is over:{" "}
            <Link href={`/leaderboard/seasons/${justClosed.id}`} className={linkClasses}>
              how it ended
            </Link>
            .
          </p>
        ) : null}
      </div>
      <BoardChoices filters={filters} board={board} groups={groups} />
      <Hydrate key={toSearch(filters)} state={dehydrate(client)}>
        <Board organizationId={actor.organizationId} filters={filters} />
      </Hydrate>
      <p className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
        <Link href={`/methodology/${organization.slug}`} className={linkClasses}>
          How points are given
        </Link>
        <Link href="/leaderboard/seasons" className={linkClasses}>
          Seasons
        </Link>
        {canExportBoards(actor) ? (
          <a href={`/api/leaderboard/export?${toSearch(filters)}`} download className={linkClasses}>
            Download as CSV
          </a>
        ) : null}
      </p>
    </div>
  );
}

const linkClasses = "text-accent underline underline-offset-4";

function OfCampaign({ campaign }: { campaign: { id: string; name: string } }) {
  return (
    <p className="text-quiet">
      Points that the stories of{" "}
      <Link href={`/campaigns/${campaign.id}`} className={linkClasses} dir="auto">
        {campaign.name}
      </Link>{" "}
      brought.{" "}
      <Link href="/leaderboard" className={linkClasses}>
        All boards
      </Link>
    </p>
  );
}
