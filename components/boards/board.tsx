"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { boardQuery } from "#lib/boards/query-options.ts";
import type { Board as BoardDto, BoardFilters } from "#lib/boards/schemas.ts";
import { BoardTable } from "./board-table.tsx";

type BoardProps = { organizationId: string; filters: BoardFilters };

export function Board({ organizationId, filters }: BoardProps) {
  const { data: board, isError } = useQuery(boardQuery(organizationId, filters));
  if (!board) return null;
  return (
    <section aria-label={filters.view === "teams" ? "Teams" : "People"} className="grid gap-4">
      {isError ? (
        <p role="status" className="text-sm text-quiet">
          New points could not be read just now. This is the board as it was.
        </p>
      ) : null}
      {board.rows.length > 0 || board.own ? <BoardTable board={board} /> : null}
      {board.rows.length === 0 ? <Empty board={board} /> : null}
      <Notes board={board} />
    </section>
  );
}

function Empty({ board }: { board: BoardDto }) {
  if (board.isTooSmall)
    return (
      <EmptyState title={`This ${board.filters.team ? "team" : "group"} is too small to show`}>
        A {board.filters.team ? "team" : "group"} of fewer than {board.smallestGroup} people is not shown.
      </EmptyState>
    );
  return (
    <EmptyState
      title={
        board.campaign || board.filters.window === "all"
          ? "Nobody has points yet"
          : "Nobody has points in these days yet"
      }
      action={
        <Link href="/" className={buttonClasses("primary")}>
          Find a story to share
        </Link>
      }
    >
      Points come from shares and from the clicks on them.
    </EmptyState>
  );
}

function Notes({ board }: { board: BoardDto }) {
  const { view, team, group } = board.filters;
  const { smallestGroup } = board;
  const notes = [
    board.ownNote === "too_small"
      ? `Your team has fewer than ${smallestGroup} people, so it is not shown as a group.`
      : board.ownNote
        ? ownNotes[board.ownNote]
        : "",
    view === "teams"
      ? `A team's points are the average of its people. Teams of fewer than ${smallestGroup} are not shown.`
      : "",
    team || group || (board.campaign && view === "people")
      ? `Who goes by an alias is left out of a single ${team ? "team" : group ? "group" : "campaign"}, where it would be easy to guess.`
      : "",
    team ? "Whoever is on this list can read on their own page that you looked." : "",
    "Points come from shares, as members attest them, and from clicks, as we measure them.",
  ].filter(Boolean);
  return (
    <div className="grid gap-1 text-sm leading-6 text-quiet">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}

const ownNotes: Record<Exclude<NonNullable<BoardDto["ownNote"]>, "too_small">, string> = {
  absent: "You chose not to appear on boards: only you see your row.",
  executive: "Executives are placed among themselves: this is where you would be.",
  no_points: "You have no points in these days yet.",
  further_down: "",
  among_all: "Your own row shows your place among everybody.",
};
