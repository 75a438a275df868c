import Link from "next/link";
import { toSearch } from "#lib/boards/query-options.ts";
import type { Board, BoardFilters } from "#lib/boards/schemas.ts";
import { cn } from "#lib/cn.ts";
import { TeamChoice } from "./team-choice.tsx";

const views = { people: "People", teams: "Teams" } as const;
const windows = { "7": "7 days", "30": "30 days", "90": "90 days", all: "All time" } as const;

type BoardChoicesProps = {
  filters: BoardFilters;
  managedTeams: Board["managedTeams"];
  hasPeople: boolean;
};

/** What the board shows: each choice is an address of its own. */
export function BoardChoices({ filters, managedTeams, hasPeople }: BoardChoicesProps) {
  const { team: _team, ...everybody } = filters;
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
      <ChoiceList label="How long">
        {Object.entries(windows).map(([days, name]) => (
          <Choice
            key={days}
            filters={{ ...filters, window: days as BoardFilters["window"] }}
            isChosen={days === filters.window}
          >
            {name}
          </Choice>
        ))}
      </ChoiceList>
      {managedTeams.length > 0 && filters.view === "people" ? (
        <TeamChoice filters={filters} teams={managedTeams} />
      ) : null}
    </div>
  );
}

function ChoiceList({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <nav aria-label={label}>
      <ul className="flex rounded-md border border-line bg-raised p-0.5">{children}</ul>
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
