import type { Board, BoardRow } from "#lib/boards/schemas.ts";
import { BoardTableRow } from "./board-table-row.tsx";

const captions = {
  "7": "the last 7 days",
  "30": "the last 30 days",
  "90": "the last 90 days",
  all: "all time",
} as const;

/** A table without a scrolling box of its own, so that the viewer's row can stay in sight while the page scrolls. */
export function BoardTable({ board }: { board: Board }) {
  const { view } = board.filters;
  const hasWeeks = !board.campaign;
  const isOwnApart = board.own && !board.rows.some((row) => row.isOwn);
  return (
    <table className="tabular w-full table-fixed border-collapse text-left">
      <caption className="sr-only">
        {view === "teams" ? "Teams" : "People"} by points in {sayTime(board)}
      </caption>
      <thead>
        <tr className="border-b border-line text-sm text-quiet">
          <th scope="col" className="w-13 py-2 pl-3 font-medium sm:w-18">
            <span aria-hidden className="sm:hidden">
              #
            </span>
            <span className="max-sm:sr-only">Rank</span>
          </th>
          <th scope="col" className="py-2 pr-2 font-medium">
            {view === "teams" ? "Team" : "Name"}
          </th>
          {hasWeeks ? (
            <th scope="col" className="w-18 py-2 font-medium sm:w-32">
              12 weeks
            </th>
          ) : null}
          <th scope="col" className="w-18 py-2 text-right font-medium max-sm:pr-3 sm:w-24">
            {view === "teams" ? <span title="Points per person">Average</span> : "Points"}
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-medium max-sm:hidden sm:w-28">
            This week
          </th>
        </tr>
      </thead>
      <tbody>
        {board.rows.map((row) => (
          <BoardTableRow key={row.key} row={row} view={view} hasWeeks={hasWeeks} />
        ))}
      </tbody>
      {isOwnApart ? (
        <tfoot>
          <BoardTableRow row={board.own as BoardRow} view={view} hasWeeks={hasWeeks} />
        </tfoot>
      ) : null}
    </table>
  );
}

function sayTime({ filters, season, campaign }: Board): string {
  if (campaign) return `the campaign ${campaign.name}`;
  return filters.window === "season" ? (season?.name ?? "this season") : captions[filters.window];
}
