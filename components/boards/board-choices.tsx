import Link from "next/link";
import { toSearch } from "#lib/boards/query-options.ts";
import type { Board, BoardFilters } from "#lib/boards/schemas.ts";
import { cn } from "#lib/cn.ts";
import { GroupChoice } from "./group-choice.tsx";

const views = { people: "People", teams: "Teams" } as const;
const windows = {
  "7": "7 days",
  "30": "30 days",
  "90": "90 days",
  season: "Season",
  all: "All time",
} as const;

type BoardChoicesProps = {
  filters: BoardFilters;
  board: Pick<Board, "managedTeams" | "hasPeople" | "season">;
  /** As `BoardFilters.group` has them. */
  groups: string[];
};

/** What the board shows: each choice is an address of its own. */
export function BoardChoices({ filters, board, groups }: BoardChoicesProps) {
  const { team: _team, group: _group, ...everybody } = filters;
  const { managedTeams, hasPeople, season } = board;
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      {hasPeople ? (
        <ChoiceList label="Who">
          {Object.entries(views).map(([view, name]) => (
            <Choice
              key={view}
              filters={{ ...everybody, view: view as BoardFilters["view"] }}
              isChosen={view === filters.view}
            >
              {name}
            </Choice>
          ))}
        </ChoiceList>
      ) : null}
      {filters.campaign ? null : (
        <ChoiceList label="How long">
          {Object.entries(windows).map(([days, name]) => (
            <Choice
              key={days}
              filters={{ ...filters, window: days as BoardFilters["window"] }}
              isChosen={days === filters.window}
            >
              {days === "season" ? (season?.name ?? name) : name}
            </Choice>
          ))}
        </ChoiceList>
      )}
      {managedTeams.length + groups.length > 0 && filters.view === "people" && !filters.campaign ? (
        <GroupChoice filters={filters} teams={managedTeams} groups={groups} />
      ) : null}
    </div>
  );
}

function ChoiceList({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap rounded-md border border-line bg-raised p-0.5">{children}</ul>
    </nav>
  );
}

type ChoiceProps = { filters: BoardFilters; isChosen: boolean; children: React.ReactNode };

function Choice({ filters, isChosen, children }: ChoiceProps) {
  return (
    <li>
      <Link
        href={`/leaderboard?${toSearch(filters)}`}
        aria-current={isChosen ? "page" : undefined}
        scroll={false}
        className={cn(
          "flex h-8 items-center rounded-sm px-3 text-sm font-medium whitespace-nowrap max-sm:px-2.5",
          isChosen ? "bg-ink text-page" : "text-quiet hover:text-ink",
        )}
      >
        {children}
      </Link>
    </li>
  );
}
